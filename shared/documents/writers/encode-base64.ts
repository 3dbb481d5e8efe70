/** Bytes as they stand in a data address; a piece at a time, since a call takes only so many values. */
export function encodeBase64(bytes: Uint8Array): string {
  const piece = 8192
  let letters = ''
  for (let at = 0; at < bytes.length; at += piece) letters += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(letters)
}
