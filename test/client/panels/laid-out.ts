/** jsdom lays nothing out: what the panels ask of a layout, with every element as large as a row of a list. */
import { vi } from 'vitest';

const row = { width: 1000, height: 28 };
const viewport = { width: 1000, height: 560 };

class Observer implements ResizeObserver {
  readonly #tell: ResizeObserverCallback;

  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell;
  }

  observe(target: Element): void {
    const size = target.getAttribute('role') === 'treegrid' ? viewport : row;
    const contentRect = DOMRect.fromRect(size);
    const box = [{ inlineSize: size.width, blockSize: size.height }];
    queueMicrotask(() => {
      this.#tell(
        [{ target, contentRect, borderBoxSize: box, contentBoxSize: box, devicePixelContentBoxSize: box }],
        this,
      );
    });
  }

  unobserve(): void {
    // Sizes never change here.
  }

  disconnect(): void {
    // Nothing is held.
  }
}

/** For `beforeAll`. */
export function layOut(): void {
  vi.stubGlobal('ResizeObserver', Observer);
  vi.stubGlobal('DOMRect', { fromRect: (size: { width: number; height: number }) => ({ x: 0, y: 0, ...size }) });
  Element.prototype.scrollIntoView = vi.fn();
  Element.prototype.scrollTo = vi.fn();
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', { configurable: true, get: () => document.body });
}
