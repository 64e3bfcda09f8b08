import { afterAll, beforeAll } from 'vitest';
import { type Scene, setScene } from './scene.ts';
import { type RunningCollector, startCollector } from './start-collector.ts';

/** All that a journey takes place in. */
export interface Stage extends Scene {
  collector: RunningCollector;
}

/** Sets up a collector, an owner's site and Chromium for the tests of a file. */
export function setStage(): Stage {
  const stage = setScene() as Stage;
  beforeAll(async () => {
    stage.collector = await startCollector();
  });
  afterAll(() => stage.collector?.kill());
  return stage;
}
