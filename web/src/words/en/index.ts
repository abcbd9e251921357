import { app } from './app';
import { diff } from './diff';
import { settings } from './settings';
import { share } from './share';
import { start } from './start';
import { task } from './task';
import { tasks } from './tasks';
import { timeline } from './timeline';

export const en = { app, diff, settings, share, start, task, tasks, timeline };
