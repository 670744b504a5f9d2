#include "drafts/journal_scan.h"

#include "core/hash.h"

#include <QtEndian>

#include <optional>

namespace simiao::drafts {

namespace {

constexpr QByteArrayView kMagic("SMDJ");
constexpr char kVersion = 1;
constexpr char kPlain = 0;
constexpr qsizetype kVersionAt = 4;
constexpr qsizetype kAlgorithmAt = 5;
constexpr qsizetype kLengthAt = 6;
constexpr qsizetype kHashAt = 10;
constexpr qsizetype kHashSize = 32;
constexpr qsizetype kHeaderSize = kHashAt + kHashSize;

/// A record whose length fits and whose hash is right.
struct Frame
{
    char version = 0;
    char algorithm = 0;
    QByteArray payload;

    qsizetype size() const { return kHeaderSize + payload.size(); }
};

std::optional<Frame> frameAt(const QByteArray &journal, qsizetype at)
{
    const QByteArrayView rest = QByteArrayView(journal).sliced(at);
    if (rest.size() < kHeaderSize || !rest.startsWith(kMagic))
        return std::nullopt;
    const auto length = qsizetype(qFromLittleEndian<quint32>(rest.data() + kLengthAt));
    if (length > rest.size() - kHeaderSize)
        return std::nullopt;
    Frame frame{rest[kVersionAt], rest[kAlgorithmAt], rest.sliced(kHeaderSize, length).toByteArray()};
    if (sha256(frame.payload) != rest.sliced(kHashAt, kHashSize))
        return std::nullopt;
    return frame;
}

void keep(const Frame &frame, QByteArrayView bytes, JournalScan &scan)
{
    if (frame.version == kVersion && frame.algorithm == kPlain) {
        if (auto record = recordOf(frame.payload)) {
            scan.records.push_back(*std::move(record));
            return;
        }
    }
    scan.foreign.append(bytes);
    ++scan.damage.foreignRecords;
}

/// Where the next valid record begins, from `at` on; the end when there is none.
qsizetype nextFrame(const QByteArray &journal, qsizetype at)
{
    while (at >= 0 && at < journal.size() && !frameAt(journal, at))
        at = journal.indexOf(kMagic, at + 1);
    return at < 0 ? journal.size() : at;
}

} // namespace

QByteArray journalBytes(const DraftRecord &record)
{
    const QByteArray payload = payloadOf(record);
    QByteArray bytes = kMagic.toByteArray();
    bytes.append(kVersion);
    bytes.append(kPlain);
    bytes.resize(kHashAt);
    qToLittleEndian(quint32(payload.size()), bytes.data() + kLengthAt);
    bytes.append(sha256(payload));
    bytes.append(payload);
    return bytes;
}

JournalScan scanJournal(const QByteArray &journal)
{
    JournalScan scan;
    for (qsizetype at = 0; at < journal.size();) {
        if (const auto frame = frameAt(journal, at)) {
            keep(*frame, QByteArrayView(journal).sliced(at, frame->size()), scan);
            at += frame->size();
            continue;
        }
        const qsizetype next = nextFrame(journal, at);
        if (next == journal.size()) {
            scan.damage.tornBytes = next - at;
        } else {
            ++scan.damage.corruptRegions;
            scan.damage.corruptBytes += next - at;
        }
        at = next;
    }
    return scan;
}

} // namespace simiao::drafts
