/**
 * What the page for frames says to the page around it, beside the elements, which know nothing of frames: how tall it is, how far signing has come, that the reader is done. The page
 * around it may say how it looks, and nothing else.
 */
import {membersOf, type FrameMessage} from '../contract/frame-message.js';
import {watchHeight} from './embed/height.js';
import {takeLook} from './embed/look.js';
import {watchSigning} from './embed/signing.js';
import {wordpress} from './embed/wordpress.js';

const isFramed = parent !== self;

/** To whoever put the page into a frame: its origin is nobody's in a sandbox, and there is nothing to hide. */
const tell = (message: FrameMessage): void => { parent.postMessage(message, '*'); };

/** A link of the page without a place of its own is the way on after signing: it leads the page around along, where a sandbox does not forbid it. */
const leadAround = (event: MouseEvent): void => {
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
  if (link && !event.defaultPrevented && link.target === '' && link.protocol === 'https:' && self.origin !== 'null') link.target = '_top';
};

if (isFramed) {
  const {sized, followed} = wordpress((message) => { parent.postMessage(message, '*'); });
  tell({type: 'sphere:state', state: 'ready'});
  watchHeight((height) => {
    tell({type: 'sphere:size', height});
    sized(height);
  });
  addEventListener('message', ({source, data}: MessageEvent<unknown>) => {
    if (source === parent && membersOf(data)['type'] === 'sphere:theme') takeLook(membersOf(data));
  });
  addEventListener('sphere-leave', (event) => {
    // Where nobody moves the page around, a link stands here.
    event.preventDefault();
    tell({type: 'sphere:exit'});
  });
  addEventListener('click', (event) => {
    leadAround(event);
    followed(event);
  });
  watchSigning(tell);
}
