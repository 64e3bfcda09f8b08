import configs from './rollup.config.ts';
export default configs.slice(0, 4);
