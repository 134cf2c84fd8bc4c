package org.copyflow.enrichment.lexicon;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;

/// A small number for each of many hashes, in one open-addressed table. Immutable, thread-safe.
///
/// Written as the hashes in ascending order, each as the difference to the one before in groups of seven bits, then the
/// numbers, so that gzip packs it to little more than what is in it.
public final class HashTable {

    private static final int GROUP = 7;
    private static final int MORE = 1 << GROUP;

    private final int[] keys;
    /// The number plus one; 0 where the slot is free.
    private final short[] numbers;

    private HashTable(int size) {
        int slots = Integer.highestOneBit(Math.max(2, size)) * (size > Integer.highestOneBit(size) * 3L / 2 ? 4 : 2);
        keys = new int[slots];
        numbers = new short[slots];
    }

    /// @param numbers by hash, from 0 to 65534
    public static HashTable of(Map<Integer, Integer> numbers) {
        var table = new HashTable(numbers.size());
        numbers.forEach(table::put);
        return table;
    }

    public static void write(SortedMap<Integer, Integer> numbers, DataOutput out) throws IOException {
        out.writeInt(numbers.size());
        int last = Integer.MIN_VALUE;
        for (int hash : numbers.keySet()) {
            int rest = hash - last;
            while ((rest & -MORE) != 0) {
                out.writeByte((rest & (MORE - 1)) | MORE);
                rest >>>= GROUP;
            }
            out.writeByte(rest);
            last = hash;
        }
        for (int number : numbers.values()) {
            out.writeShort(number);
        }
    }

    public static HashTable read(DataInput in) throws IOException {
        var hashes = new int[in.readInt()];
        int last = Integer.MIN_VALUE;
        for (int i = 0; i < hashes.length; i++) {
            int group = in.readByte();
            int difference = group & (MORE - 1);
            for (int shift = GROUP; (group & MORE) != 0; shift += GROUP) {
                group = in.readByte();
                difference |= (group & (MORE - 1)) << shift;
            }
            last += difference;
            hashes[i] = last;
        }
        var table = new HashTable(hashes.length);
        for (int hash : hashes) {
            table.put(hash, in.readUnsignedShort());
        }
        return table;
    }

    /// The number of a hash; -1 where it is not known.
    public int of(int hash) {
        return (numbers[slot(hash)] & 0xFFFF) - 1;
    }

    private void put(int hash, int number) {
        int slot = slot(hash);
        keys[slot] = hash;
        numbers[slot] = (short) (number + 1);
    }

    /// Where the hash is, or would be.
    private int slot(int hash) {
        int mask = keys.length - 1;
        int slot = (hash ^ (hash >>> 16)) & mask;
        while (numbers[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
