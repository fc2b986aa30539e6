import {membersOf} from '../../contract/frame-message.js';

/** What WordPress hears from a page that its editor embedded by its address (`wp-includes/js/wp-embed.js`). */
export interface WordpressMessage {
  readonly message: 'height' | 'link';
  readonly value: number | string;
  readonly secret: string;
}

/**
 * WordPress' own protocol: it hides the frame until its page says how tall it is, by a secret that stands in the frame's address; and it leads the reader along a link to the page's own host,
 * where its sandbox lets no link lead anywhere.
 */
export const wordpress = (tell: (message: WordpressMessage) => void): {readonly sized: (height: number) => void; readonly followed: (event: MouseEvent) => void} => {
  const secret = /^#\?secret=([a-z\d]+)$/i.exec(location.hash)?.[1];
  if (secret === undefined) return {sized: () => { /* It is not WordPress. */ }, followed: () => { /* Nor here. */ }};

  let latest = 0;
  const sized = (height: number) => {
    latest = height;
    tell({message: 'height', value: height, secret});
  };
  addEventListener('message', ({source, data}: MessageEvent<unknown>) => {
    const {message, secret: said} = membersOf(data);
    // Its script may come later than this page.
    if (source === parent && message === 'ready' && said === secret && latest > 0) sized(latest);
  });
  return {
    sized,
    followed: (event) => {
      const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
      if (!link || event.defaultPrevented || link.host !== location.host || !/^https?:$/.test(link.protocol)) return;
      event.preventDefault();
      tell({message: 'link', value: link.href, secret});
    },
  };
};
