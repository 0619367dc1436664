import { headerElements } from './header-list';

/** What a caller would like (`Prefer`, RFC 7240; OData 4.01 Protocol, section 8.2.8). Others are ignored, as the specification asks. */
export interface Preferences {
  /** Rows of a page at most. */
  readonly maximumPageSize: number | null;
  readonly trackChanges: boolean;
  readonly continueOnError: boolean;
  /** Value of `Preference-Applied` for what was asked, by the caller's own spelling. */
  readonly applied: {
    readonly maximumPageSize: string | null;
    readonly trackChanges: string | null;
    readonly continueOnError: string | null;
  };
}

/** Reads `Prefer`. The first of several of one name counts. A page size that is no positive whole number is ignored. */
export function readPreferences(header: string | undefined): Preferences {
  const elements = headerElements(header);
  const find = (name: string) => elements.find((element) => element.name === name || element.name === `odata.${name}`);
  const size = find('maxpagesize');
  const maximumPageSize = /^[1-9][0-9]{0,8}$/.test(size?.value ?? '') ? Number(size?.value) : null;
  const track = find('track-changes');
  const goOn = find('continue-on-error');
  const continueOnError = goOn !== undefined && goOn.value?.toLowerCase() !== 'false';
  return {
    maximumPageSize,
    trackChanges: track !== undefined,
    continueOnError,
    applied: {
      maximumPageSize: maximumPageSize === null ? null : `${size?.name ?? ''}=${maximumPageSize}`,
      trackChanges: track?.name ?? null,
      continueOnError: continueOnError ? goOn.name : null,
    },
  };
}
