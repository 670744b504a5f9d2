#include "integration/dicom/worker/rewriting_message.h"

#include "core/try.h"
#include "integration/dicom/uid.h"
#include "integration/dicom/worker/message_envelope.h"
#include "integration/dicom/worker/rewriting_fields.h"

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

using Bytes = std::span<const std::byte>;

template <typename T>
QByteArray written(const T &value)
{
    MessageWriter writer;
    writer(true, value);
    return std::move(writer).bytes();
}

template <typename T>
Result<T> read(Bytes message)
{
    TRY(auto reader, begunMessage(message));
    T value;
    reader(value);
    if (!reader.isWhole())
        return refusedMessage(u"what cannot be said of a file"_s);
    return value;
}

/// The part is somewhere, and what is cleared within it; whether it is in the file sees whoever copies it.
bool isPart(const ObjectCopy &copy)
{
    return copy.from >= 0 && copy.length >= 0 && areWithin(copy.cleared, copy.from, copy.length);
}

bool areNotices(const std::vector<imaging::Defect> &notices)
{
    return std::ranges::all_of(notices,
                               [](const imaging::Defect &notice) { return isDecoderCode(notice.code); });
}

/// As written, or that the other side would refuse it.
QByteArray checked(QByteArray message, bool isReadable)
{
    return isReadable ? std::move(message) : contradictionMessage();
}

} // namespace

QByteArray factsMessage(const ObjectFacts &facts)
{
    return written(facts);
}

QByteArray sourceMessage(const SourceFacts &facts)
{
    auto message = written(facts);
    const bool isReadable = readSourceMessage(bytesOf(message)).has_value();
    return checked(std::move(message), isReadable);
}

QByteArray textsMessage(const RawTexts &texts)
{
    auto message = written(texts);
    const bool isReadable = readTextsMessage(bytesOf(message)).has_value();
    return checked(std::move(message), isReadable);
}

QByteArray fileIdsMessage(const std::vector<QStringList> &fileIds)
{
    auto message = written(fileIds);
    const bool isReadable = readFileIdsMessage(bytesOf(message)).has_value();
    return checked(std::move(message), isReadable);
}

QByteArray entryMessage(const std::optional<MediumEntry> &entry)
{
    auto message = written(entry);
    const bool isReadable = readEntryMessage(bytesOf(message)).has_value();
    return checked(std::move(message), isReadable);
}

QByteArray copyMessage(const ObjectCopy &copy)
{
    return written(copy);
}

QByteArray deidentifiedMessage(const DeidentifiedCopy &made)
{
    auto message = written(made);
    const bool isReadable = readDeidentifiedMessage(bytesOf(message), {}).has_value();
    return checked(std::move(message), isReadable);
}

Result<ObjectFacts> readFactsMessage(Bytes message)
{
    return read<ObjectFacts>(message);
}

/// What goes into objects that others read is of the attributes that were asked for, and its UIDs are some.
Result<SourceFacts> readSourceMessage(Bytes message)
{
    TRY(auto facts, read<SourceFacts>(message));
    const auto &reference = facts.reference;
    if (!isUid(facts.studyInstanceUid) || !isUid(reference.seriesInstanceUid) || !isUid(reference.sopClassUid)
        || !isUid(reference.sopInstanceUid) || facts.frames < 1 || !isOfSource(facts.values))
        return refusedMessage(u"an image that cannot be"_s);
    return facts;
}

Result<RawTexts> readTextsMessage(Bytes message)
{
    return read<RawTexts>(message);
}

Result<std::vector<QStringList>> readFileIdsMessage(Bytes message)
{
    return read<std::vector<QStringList>>(message);
}

Result<std::optional<MediumEntry>> readEntryMessage(Bytes message)
{
    return read<std::optional<MediumEntry>>(message);
}

Result<ObjectCopy> readCopyMessage(Bytes message, const imaging::SharedBytes &bytes)
{
    TRY(auto copy, read<ObjectCopy>(message));
    if (!isPart(copy))
        return refusedMessage(u"a copy that cannot be"_s);
    copy.bytes = bytes;
    return copy;
}

Result<DeidentifiedCopy> readDeidentifiedMessage(Bytes message, const imaging::SharedBytes &bytes)
{
    TRY(auto made, read<DeidentifiedCopy>(message));
    if (!isPart(made.copy) || !areNotices(made.object.notices))
        return refusedMessage(u"a copy that cannot be"_s);
    made.copy.bytes = bytes;
    return made;
}

QByteArray orderBytes(const Deidentification &wish)
{
    MessageWriter writer;
    writer(wish.substitutes.secret(), wish.substitutes.chosenSubject(), wish.keepsIntervals, wish.blanked,
           wish.takesDocuments);
    return std::move(writer).bytes();
}

Result<Deidentification> readOrder(Bytes order)
{
    QByteArray secret;
    QString subject;
    Deidentification wish;
    MessageReader reader(order);
    reader(secret, subject, wish.keepsIntervals, wish.blanked, wish.takesDocuments);
    if (!reader.isWhole())
        return refusedMessage(u"an order that cannot be"_s);
    wish.substitutes = Substitutes(std::move(secret), std::move(subject));
    return wish;
}

} // namespace simiao::dicom
