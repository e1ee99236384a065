import type { PlaceName } from "#app/domain/directory/site.ts";
import type { Words } from "#app/i18n/vi.ts";

/** "Phường Tân Bình"; departments and the city have no prefix of their own. */
export const placeName = (place: PlaceName, w: Words): string =>
  place.unitKind ? `${w.common.unit[place.unitKind]} ${place.name}` : place.name;

/** "Tân Bình, phường", for a list that is searched by its first letters. */
export const nameFirst = (place: PlaceName, w: Words): string =>
  place.unitKind ? `${place.name}, ${w.common.unit[place.unitKind].toLowerCase()}` : place.name;
