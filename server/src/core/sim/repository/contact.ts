import type { World } from '../world.ts';
import { renewForgotten } from './age.ts';
import { releaseQuestions } from './ask.ts';
import { releaseNews } from './news.ts';
import { goOnRefreshing } from './refresh.ts';

/** Something came back, a queue manager, a link or a channel: what waited for it goes on. */
export function goOnWithRepositories(world: World): void {
  releaseNews(world);
  releaseQuestions(world);
  goOnRefreshing(world);
  renewForgotten(world);
}
