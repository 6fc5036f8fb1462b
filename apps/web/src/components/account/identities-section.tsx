"use client";
import { useState } from "react";
import { Ago } from "../time/instant";
import { Button } from "../ui/button";
import { PageSection } from "../ui/page-section";
import { DisconnectDialog } from "./disconnect-dialog";
import { ProviderButtons } from "./provider-buttons";
import { ProviderMark } from "./provider-mark";
import { useAccount } from "./use-account";

type Identity = ReturnType<typeof useAccount>["identities"][number];

/** Accounts elsewhere with which the person signs in. Absent where this instance offers none. */
export function IdentitiesSection() {
  const { identities, providers } = useAccount();
  const [leaving, setLeaving] = useState<Identity | null>(null);
  if (identities.length === 0 && providers.length === 0) return null;
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  const others = providers.filter(({ id }) => !identities.some(({ provider }) => provider === id));
  return (
    <PageSection title="Connected accounts" intro="Ways to sign in besides your password.">
      {identities.length > 0 ? (
        <ul className="border-t border-line">
          {identities.map((identity) => (
            <li
              key={identity.provider}
              className="flex min-h-12 items-center gap-3 border-b border-line px-(--gutter) py-2 last:border-b-0"
            >
              <ProviderMark provider={identity.provider} />
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{nameOf(identity.provider)}</p>
                <p className="truncate text-12 text-ink-2">
                  {identity.email}{" "}
                  <span className="text-ink-3">
                    · connected <Ago at={identity.createdAt} />
                  </span>
                </p>
              </div>
              <Button size="sm" onClick={() => setLeaving(identity)}>
                Disconnect
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {others.length > 0 ? (
        <div className="mt-3 max-w-80 px-(--gutter)">
          <ProviderButtons providers={others} callbackUrl="/account/security" verb="Connect" />
        </div>
      ) : null}
      {leaving ? (
        <DisconnectDialog
          provider={leaving.provider}
          name={nameOf(leaving.provider)}
          onClose={() => setLeaving(null)}
        />
      ) : null}
    </PageSection>
  );
}
