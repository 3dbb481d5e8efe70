/**
 * The legal area in which a cloud region stands, for residency rules. Region names as the large clouds write them
 * (AWS, Azure and Google Cloud documentation, read November 2026). Undefined for a name that is not known.
 */
export function areaOf(region: string): string | undefined {
  const name = region.toLowerCase()
  const listed = exceptions[name]
  if (listed !== undefined) return listed
  const rule = prefixes.find(
    ([prefix]) => name === prefix || name.startsWith(`${prefix}-`) || (prefix.length > 3 && name.startsWith(prefix)),
  )
  return rule?.[1]
}

/** Whether a region satisfies one of the places that a requirement lists: the region itself, or the area around it. */
export function isWithin(region: string, places: readonly string[]): boolean | undefined {
  const area = areaOf(region)
  const wanted = places.map((place) => place.toLowerCase())
  if (wanted.includes(region.toLowerCase())) return true
  if (area === undefined) return undefined
  if (wanted.includes(area.toLowerCase())) return true
  // Every member of the Union satisfies "EEA" too.
  return area === 'EU' && wanted.includes('eea')
}

/** Names that a prefix would put in the wrong place: London and Zurich are in Europe, not in the Union. */
const exceptions: Readonly<Record<string, string>> = {
  'eu-west-2': 'UK',
  'eu-central-2': 'CH',
  'europe-west2': 'UK',
  'europe-west6': 'CH',
  europe: 'EU',
  switzerland: 'CH',
}
const prefixes: readonly (readonly [string, string])[] = [
  ['eu', 'EU'],
  ['europe-', 'EU'],
  ['westeurope', 'EU'],
  ['northeurope', 'EU'],
  ['francecentral', 'EU'],
  ['francesouth', 'EU'],
  ['germany', 'EU'],
  ['sweden', 'EU'],
  ['italy', 'EU'],
  ['poland', 'EU'],
  ['spain', 'EU'],
  ['switzerland', 'CH'],
  ['norway', 'NO'],
  ['uk', 'UK'],
  ['uksouth', 'UK'],
  ['ukwest', 'UK'],
  ['us', 'US'],
  ['usa', 'US'],
  ['eastus', 'US'],
  ['westus', 'US'],
  ['centralus', 'US'],
  ['northcentralus', 'US'],
  ['southcentralus', 'US'],
  ['ca', 'CA'],
  ['canada', 'CA'],
  ['ap-northeast-1', 'JP'],
  ['japan', 'JP'],
  ['ap-south-1', 'IN'],
  ['ap-southeast-1', 'SG'],
  ['ap-southeast-2', 'AU'],
  ['australia', 'AU'],
  ['sa-east', 'BR'],
  ['brazil', 'BR'],
  ['cn', 'CN'],
  ['china', 'CN'],
]
