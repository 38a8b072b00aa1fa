package dev.countersign.sample.mutation;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.ServerClock;
import dev.countersign.sample.wire.WireSigner;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * One good request, and the same with one change. The number and the seed say everything about it,
 * but for the instant.
 */
record Mutation(
    int number, Client client, MutationClass kind, RawRequest good, Message base, Message changed) {

  private static final List<Client> CLIENTS = List.of(Client.values());
  private static final List<MutationClass> KINDS = List.of(MutationClass.values());

  static Mutation of(Site site, Application application, long seed, int number) {
    Random random = new Random(seed * 1_000_003 + number);
    Client client = CLIENTS.get(number % CLIENTS.size());
    MutationClass kind = KINDS.get(number / CLIENTS.size() % KINDS.size());
    String mark = HexFormat.of().toHexDigits(number);
    String nonce = mark + HexFormat.of().toHexDigits(random.nextLong());
    RawRequest good =
        new Habits(application, ServerClock.now(), nonce)
            .signed(client, Bases.of(site, client, random.nextInt(Bases.COUNT), mark));
    Message base = Message.of(good);
    return new Mutation(number, client, kind, good, base, kind.changed(client, base, random));
  }

  /** The changed request as its own sender would sign it. */
  Message signedAgain(Application application) {
    Habits habits = new Habits(application, ServerClock.now(), WireSigner.nonce());
    return Message.of(habits.signed(client, changed.request()));
  }

  @Override
  public String toString() {
    return "mutation " + number + ", " + client + ", " + kind + ":\n" + base + "\n" + changed;
  }
}
