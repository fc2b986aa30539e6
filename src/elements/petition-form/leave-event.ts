/**
 * The reader is done with the form, and its `redirect` comes next. A page that shows nothing but the form, in somebody's frame, sees to that itself: it
 * prevents the default.
 */
export class LeaveEvent extends Event {
  static readonly type = 'sphere-leave';

  constructor() {
    super(LeaveEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}
