import type { Provider } from "@heddle/core";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { AccountSettings } from "../account-settings";
import { githubProvider } from "./identity-github";
import { type IdentityProfile, openIdProvider } from "./identity-openid";

const GOOGLE_ISSUER = "https://accounts.google.com";

/** A service that people may sign in with, for a button. */
export interface ProviderView {
  id: Provider;
  name: string;
}

/** The services that this instance was given credentials for. */
export function offeredProviders({ providers }: AccountSettings): ProviderView[] {
  const { github, google, oidc } = providers;
  const views: ProviderView[] = [];
  if (github) views.push({ id: "github", name: "GitHub" });
  if (google) views.push({ id: "google", name: "Google" });
  if (oidc) views.push({ id: "oidc", name: oidc.name });
  return views;
}

export function identityProviders({ providers }: AccountSettings): OAuthConfig<IdentityProfile>[] {
  const { github, google, oidc } = providers;
  const configs: OAuthConfig<IdentityProfile>[] = [];
  if (github) configs.push(githubProvider(github));
  if (google)
    configs.push(openIdProvider({ id: "google", name: "Google", issuer: GOOGLE_ISSUER, ...google }));
  if (oidc) configs.push(openIdProvider({ id: "oidc", ...oidc }));
  return configs;
}
