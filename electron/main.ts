import * as electron from 'electron';
import { startDesktop } from './desktop.ts';

startDesktop(electron);
