import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRefresher, type News } from "./refresher";

const news = (runId: string, missed = false): News => ({ runIds: [runId], missed });

describe("createRefresher", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("hands the first news on at once and gathers what comes meanwhile", async () => {
    const seen: News[] = [];
    const refresher = createRefresher(async (each) => void seen.push(each), 1000);
    refresher.tell(news("a"));
    expect(seen).toEqual([{ runIds: ["a"], missed: false }]);
    refresher.tell(news("b"));
    refresher.tell(news("c", true));
    refresher.tell(news("b"));
    await vi.advanceTimersByTimeAsync(999);
    expect(seen).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(seen[1]).toEqual({ runIds: ["b", "c"], missed: true });
  });

  it("tries news again that it could not hand on", async () => {
    const refresh = vi.fn<(each: News) => Promise<void>>().mockRejectedValueOnce(new Error("offline"));
    refresh.mockResolvedValue();
    createRefresher(refresh, 1000).tell(news("a", true));
    await vi.advanceTimersByTimeAsync(5000);
    expect(refresh.mock.calls).toEqual([[news("a", true)], [news("a", true)]]);
  });

  it("is quiet once stopped", async () => {
    const refresh = vi.fn<(each: News) => Promise<void>>().mockResolvedValue();
    const refresher = createRefresher(refresh, 1000);
    refresher.tell(news("a"));
    refresher.tell(news("b"));
    refresher.stop();
    refresher.tell(news("c"));
    await vi.advanceTimersByTimeAsync(5000);
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
