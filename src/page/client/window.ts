import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows that are there beyond what is seen, on both sides. */
const BEYOND = 8;

/** Rows that are taken to be seen before anybody could look. */
const FIRST = 8;

/** The part of a long list that is in the document. */
export interface Window {
  readonly first: number;
  readonly end: number;
  readonly onScroll: (event: { readonly currentTarget: Element }) => void;
  readonly ref: { current: HTMLDivElement | null };
  /** Brings a row into view. */
  readonly show: (row: number) => void;
}

/**
 * Keeps of a long list only the rows in the document that can be seen: a page may have 20,000. On paper all are there.
 * @param height of each row, in pixels
 */
export function useWindow(count: number, height: number): Window {
  const ref = useRef<HTMLDivElement>(null);
  const [{ top, visible }, setView] = useState({ top: 0, visible: FIRST });
  const [isPrinted, setPrinted] = useState(false);
  const measure = (): void => {
    const box = ref.current;
    if (box !== null) {
      setView({ top: Math.floor(box.scrollTop / height), visible: Math.ceil(box.clientHeight / height) || FIRST });
    }
  };
  useLayoutEffect(() => {
    measure();
    const before = (): void => setPrinted(true);
    const after = (): void => setPrinted(false);
    addEventListener('resize', measure);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('resize', measure);
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, [count === 0]);
  const show = (row: number): void => {
    const box = ref.current;
    if (box !== null && (row * height < box.scrollTop || (row + 2) * height > box.scrollTop + box.clientHeight)) {
      box.scrollTop = Math.max(0, row * height - box.clientHeight / 2);
    }
  };
  const first = isPrinted ? 0 : Math.max(0, Math.min(top, count - visible) - BEYOND);
  const end = isPrinted ? count : Math.min(count, top + visible + BEYOND);
  return { first, end, onScroll: measure, ref, show };
}
