/** A link for an owner's contact: `mailto:` for an address, `tel:` for a number, `null` for anything else. */
export function contactLink(contact: string): string | null {
  if (/^\S+@\S+$/.test(contact)) return `mailto:${contact}`;
  return /^\+?[\d\s()./-]{5,}$/.test(contact) ? `tel:${contact.replace(/[^\d+]/g, '')}` : null;
}
