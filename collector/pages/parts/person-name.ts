/** What to call a person: their name where they gave one, otherwise their address. */
export const personName = ({ name, email }: { name: string; email: string }): string => name || email;
