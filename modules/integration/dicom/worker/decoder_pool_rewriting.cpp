#include "integration/dicom/worker/decoder_pool.h"

#include "integration/dicom/medium/medium_directory.h"
#include "integration/dicom/worker/decoder_pool_asking.h"
#include "integration/dicom/worker/rewriting_message.h"

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// The slowest frame of a film, decoded to be blanked on a machine that is busy.
constexpr milliseconds kPerFrame{1000};
constexpr milliseconds kMostPatience{600'000};
/// The process gives up later than whoever waits for it, who gives large files up to four times as long.
constexpr int kLonger = 5;

milliseconds patienceFor(milliseconds usual, const Deidentification &wish, int frames)
{
    if (wish.blanked.empty())
        return usual;
    return std::max(usual, std::min(kMostPatience, usual + kPerFrame * std::max(0, frames)));
}

} // namespace

Result<ObjectFacts> DecoderPool::facts(const QString &path)
{
    return asked<ObjectFacts>(
        {.task = DecoderTask::Facts}, path, [&] { return objectFactsOf(path); },
        [](const DecoderAnswer &answer) { return readFactsMessage(answer.message); });
}

Result<RawTexts> DecoderPool::texts(const QString &path)
{
    return asked<RawTexts>(
        {.task = DecoderTask::Texts}, path, [&] { return rawTextsOf(path); },
        [](const DecoderAnswer &answer) { return readTextsMessage(answer.message); });
}

Result<SourceFacts> DecoderPool::source(const QString &path, const QString &characterSet)
{
    return asked<SourceFacts>(
        requestBy(DecoderTask::Source, characterSet), path, [&] { return sourceFactsOf(path, characterSet); },
        [](const DecoderAnswer &answer) { return readSourceMessage(answer.message); });
}

Result<std::vector<QStringList>> DecoderPool::mediumFileIds(const QString &path)
{
    return asked<std::vector<QStringList>>(
        {.task = DecoderTask::MediumFileIds}, path, [&] { return dicom::mediumFileIds(path); },
        [](const DecoderAnswer &answer) { return readFileIdsMessage(answer.message); });
}

Result<std::optional<MediumEntry>> DecoderPool::mediumEntry(const QString &path)
{
    return asked<std::optional<MediumEntry>>(
        {.task = DecoderTask::MediumEntry}, path, [&] { return mediumEntryOf(path); },
        [](const DecoderAnswer &answer) { return readEntryMessage(answer.message); });
}

Result<ObjectCopy> DecoderPool::copy(const QString &path)
{
    return asked<ObjectCopy>(
        {.task = DecoderTask::Copy}, path, [&] { return copyOf(path); },
        [](const DecoderAnswer &answer) { return readCopyMessage(answer.message, answer.pixels); });
}

Result<DeidentifiedCopy> DecoderPool::deidentified(const QString &path,
                                                   const Deidentification &wish,
                                                   int frames)
{
    const auto order = orderBytes(wish);
    const auto patience = patienceFor(m_options.patience, wish, frames);
    DecoderRequest request{.task = DecoderTask::Deidentify};
    if (static_cast<std::size_t>(order.size()) > request.order.size())
        return Error{ErrorKind::Invalid, u"deidentify.rectangles-many"_s,
                     QString::number(wish.blanked.size())};
    request.seconds =
        static_cast<std::uint32_t>(std::chrono::duration_cast<seconds>(patience * kLonger).count());
    request.orderBytes = static_cast<std::uint32_t>(order.size());
    std::ranges::copy(std::as_bytes(std::span(order.constData(), static_cast<std::size_t>(order.size()))),
                      request.order.begin());
    return askedWithin<DeidentifiedCopy>(
        patience, request, path, [&] { return dicom::deidentified(path, wish); },
        [](const DecoderAnswer &answer) { return readDeidentifiedMessage(answer.message, answer.pixels); });
}

} // namespace simiao::dicom
