import { MANUAL } from '../../renderer/help/chapters.ts';
import { text } from '../../renderer/messages/en.ts';
import { startSet } from '../../tools/browser/soleusApp.ts';
import { expect, test } from './support/app.ts';
