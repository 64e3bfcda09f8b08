import { afterAll, beforeAll } from 'vitest';
import { type Scene, setScene } from './scene.ts';
import { type RunningCollector, startCollector } from './start-collector.ts';

/** All that a journey takes place in. */
export interface Stage extends Scene {
  collector: RunningCollector;
}

/** Sets up a collector, and a scene, for the tests of a file. */
export function setStage(...scene: Parameters<typeof setScene>): Stage {
  const stage = setScene(...scene) as Stage;
  beforeAll(async () => {
    stage.collector = await startCollector();
  });
  afterAll(() => stage.collector?.kill());
  return stage;
}
