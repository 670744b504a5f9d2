#include "integration/dicomweb/image_sending.h"

#include "core/try.h"
#include "integration/dicomweb/object_identity.h"
#include "integration/dicomweb/store_answer.h"
#include "integration/dicomweb/store_body.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;
using workflow::ImageTransfer;

namespace {

constexpr qsizetype kMostFiles = 32;
constexpr qint64 kMostBytes = qint64{32} << 20;
/// The UIDs stand before this in any file that is not made to hide them.
constexpr qint64 kFront = 64 * 1024;
/// What is wrong may be one object, or that there are so many: asked again with fewer.
constexpr std::array kAboutWhatWasSent{400, 409, 413, 415, 422};
constexpr int kMostAttempts = 2;

bool isAboutWhatWasSent(int status)
{
    return std::ranges::find(kAboutWhatWasSent, status) != kAboutWhatWasSent.end();
}

} // namespace

ImageSending::ImageSending(std::shared_ptr<StudiesService> service,
                           QStringList files,
                           workflow::FileSent sent,
                           workflow::TransferProgress progress,
                           std::stop_token stop)
    : m_service(std::move(service))
    , m_files(std::move(files))
    , m_sent(std::move(sent))
    , m_progress(std::move(progress))
    , m_stop(std::move(stop))
{
    m_transfer.count.total = static_cast<int>(m_files.size());
}

Result<ImageTransfer> ImageSending::run()
{
    tell();
    while (m_next < m_files.size() && !m_transfer.endedBy)
        send(nextBatch());
    if (m_transfer.endedBy && m_transfer.count.done == 0 && m_transfer.count.failed == 0)
        return Error(*m_transfer.endedBy);
    return std::move(m_transfer);
}

Result<ImageSending::File> ImageSending::looked(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, u"disk.open"_s, path};
    const auto front = file.read(kFront);
    TRY(const auto identity, identify({front.constData(), static_cast<std::size_t>(front.size())}));
    return File{path, identity.sopInstanceUid, file.size()};
}

ImageSending::Batch ImageSending::nextBatch()
{
    Batch batch;
    qint64 bytes = 0;
    while (m_next < m_files.size() && std::ssize(batch) < kMostFiles && bytes < kMostBytes) {
        auto file = looked(m_files[m_next++]);
        if (!file) {
            fail({}, std::move(file).error());
            continue;
        }
        bytes += file->bytes;
        batch.push_back(std::move(*file));
    }
    return batch;
}

void ImageSending::send(const Batch &batch)
{
    if (m_stop.stop_requested())
        m_transfer.endedBy = cancelled();
    if (batch.empty() || m_transfer.endedBy)
        return;
    const auto answer = post(batch);
    if (!answer) {
        m_transfer.endedBy = answer.error();
        return;
    }
    QStringList uids;
    for (const auto &file : batch)
        uids.append(file.sopInstanceUid);
    auto read = readStoreAnswer(*answer, uids, m_service->urlOf({}));
    if (!read && batch.size() > 1 && isAboutWhatWasSent(answer->status)) {
        const auto middle = batch.begin() + std::ssize(batch) / 2;
        send({batch.begin(), middle});
        return send({middle, batch.end()});
    }
    if (!read)
        return failAll(batch, read.error());
    note(batch, *read);
    m_transfer.count.done += read->stored;
    for (auto &failure : read->failures)
        fail(failure.sopInstanceUid, std::move(failure.error));
    tell();
}

/// Of a failure without a name nobody knows which file it is about: then none is called sent.
void ImageSending::note(const Batch &batch, const StoreAnswer &answer) const
{
    QSet<QString> failed;
    for (const auto &failure : answer.failures)
        failed.insert(failure.sopInstanceUid);
    if (!m_sent || failed.contains(QString()))
        return;
    for (const auto &file : batch) {
        if (!failed.contains(file.sopInstanceUid))
            m_sent(file.path);
    }
}

/// Once more where the connection was cut: an archive that has an instance already takes it again without harm.
Result<http::Response> ImageSending::post(const Batch &batch)
{
    QStringList paths;
    for (const auto &file : batch)
        paths.append(file.path);
    for (int attempt = 1;; ++attempt) {
        TRY(const auto body, StoreBody::create(paths));
        auto answer = m_service->store(body, body->contentType(), m_stop);
        const bool isCut = !answer && answer.error().code == "archive.cut"_L1;
        if (!isCut || attempt == kMostAttempts)
            return answer;
    }
}

void ImageSending::failAll(const Batch &batch, const Error &error)
{
    // Who may not send, or meets an archive that is down, is told once.
    if (error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::Unavailable) {
        m_transfer.endedBy = error;
        return;
    }
    for (const auto &file : batch)
        fail(file.sopInstanceUid, error);
}

void ImageSending::fail(const QString &uid, Error error)
{
    m_transfer.failures.push_back({uid, std::move(error)});
    ++m_transfer.count.failed;
    tell();
}

void ImageSending::tell()
{
    if (m_progress)
        m_progress(m_transfer.count);
}

} // namespace simiao::dicomweb
