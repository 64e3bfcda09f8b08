/** `policyUrl` as HTML writes it: `policy-url`. */
export const attributeName = (property: string): string =>
  property.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
