/** Moments of the way from data to picture, in the browser's own record: a bench reads them. */

type Moment = 'data' | 'view' | 'layout' | 'picture';

/** data: the snapshot is read and checked · view: what is on show is known · layout: it is placed · picture: it is painted. */
export function mark(moment: Moment): void {
  performance.mark(`modscope:${moment}`);
}
