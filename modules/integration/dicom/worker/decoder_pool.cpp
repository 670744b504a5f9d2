#include "integration/dicom/worker/decoder_pool.h"

#include "core/hash.h"
#include "core/try.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/frame_planes.h"
#include "integration/dicom/import_headers.h"
#include "integration/dicom/objects/object_listing.h"
#include "integration/dicom/worker/decoder_pool_asking.h"
#include "integration/dicom/worker/frame_message.h"
#include "integration/dicom/worker/object_message.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using imaging::Frame;
using FramePtr = std::shared_ptr<const Frame>;

namespace {

Q_LOGGING_CATEGORY(logDecoder, "simiao.dicom.decoder")

constexpr int kMostCrashes = 2; ///< of one file
constexpr int kMostFailedStarts = 3;
/// Smaller frames are copied: a system has 65 530 mappings for a process.
constexpr std::size_t kSmallFrame = 64 * 1024;

/// The file as it is now: one that was replaced may be tried again.
QString fileKey(const QString &path)
{
    const QFileInfo file(path);
    return u"%1 %2 %3"_s.arg(path).arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
}

/// Paths may hold names of patients; this can be found again by whoever has the file.
QString fileMark(const QString &path)
{
    return QString::fromLatin1(sha256(path.toUtf8()).toHex().first(12));
}

Result<FramePtr> frameOf(const DecoderAnswer &answer)
{
    TRY(auto facts, readFrameMessage(answer.message, answer.pixels.bytes.size()));
    const auto &bytes = answer.pixels.bytes;
    if (bytes.size() < kSmallFrame)
        return Frame::create(std::move(facts), std::vector<std::byte>(bytes.begin(), bytes.end()));
    return Frame::create(std::move(facts), answer.pixels);
}

} // namespace

DecoderPool::DecoderPool(DecoderOptions options)
    : m_options(std::move(options))
{
    if (m_options.program.isEmpty())
        m_impairment = Error{.kind = ErrorKind::Unavailable,
                             .code = u"imaging.decoder-missing"_s,
                             .detail = u"there is no decoder beside the program"_s};
}

DecoderPool::~DecoderPool() = default;

DecoderRequest DecoderPool::requestBy(DecoderTask task, const QString &characterSet)
{
    DecoderRequest request{.task = task};
    const auto set = characterSet.toLatin1();
    std::copy_n(set.begin(), std::min<std::size_t>(std::size_t(set.size()), request.characterSet.size() - 1),
                request.characterSet.begin());
    return request;
}

Error DecoderPool::crashedBefore()
{
    return {.kind = ErrorKind::Corrupt,
            .code = u"imaging.decoder-crashed"_s,
            .detail = u"%1 times, not tried again"_s.arg(kMostCrashes)};
}

bool DecoderPool::isBreach(const Error &error)
{
    return error.code == "imaging.decoder-crashed"_L1 || error.code == "imaging.decoder-answer"_L1;
}

void DecoderPool::warmUp()
{
    std::vector<Process> leased;
    for (int i = 0; i < m_options.workers; ++i) {
        auto process = lease();
        if (process && *process)
            leased.push_back(*std::move(process));
    }
    for (auto &process : leased)
        release(std::move(process), false);
}

void DecoderPool::close()
{
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    for (auto *process : m_busy)
        process->interrupt();
    m_changed.notify_all();
}

Result<FramePtr> DecoderPool::frame(const QString &path, int frameIndex)
{
    return asked<FramePtr>(
        {.task = DecoderTask::Frame, .frameIndex = frameIndex}, path,
        [&] { return decodeFrame(path, frameIndex); }, frameOf);
}

Result<FramePtr> DecoderPool::preview(const QString &path, int frameIndex)
{
    return asked<FramePtr>(
        {.task = DecoderTask::Preview, .frameIndex = frameIndex}, path,
        [&] { return decodePreview(path, frameIndex); }, frameOf);
}

Result<InstanceHeader> DecoderPool::header(const QString &path)
{
    return asked<InstanceHeader>(
        {.task = DecoderTask::Header}, path, [&] { return parseHeader(path); },
        [&](const DecoderAnswer &answer) { return readHeaderMessage(answer.message, path); });
}

Result<std::vector<imaging::SlicePlane>> DecoderPool::framePlanes(const QString &path)
{
    return asked<std::vector<imaging::SlicePlane>>(
        {.task = DecoderTask::FramePlanes}, path, [&] { return framePlanesOf(path); },
        [](const DecoderAnswer &answer) { return readFramePlanesMessage(answer.message); });
}

Result<workflow::ImagingObject> DecoderPool::objectHeader(const QString &path, const QString &characterSet)
{
    auto object = asked<workflow::ImagingObject>(
        requestBy(DecoderTask::ObjectHeader, characterSet), path,
        [&] { return readObjectHeader(path, characterSet); },
        [&](const DecoderAnswer &answer) { return readObjectHeaderMessage(answer.message, path); });
    if (object)
        object->characterSet = characterSet;
    return object;
}

Result<workflow::ImagingObjectContent> DecoderPool::object(const QString &path, const QString &characterSet)
{
    return asked<workflow::ImagingObjectContent>(
        requestBy(DecoderTask::Object, characterSet), path, [&] { return readObject(path, characterSet); },
        [](const DecoderAnswer &answer) { return readObjectMessage(answer.message, answer.pixels.bytes); });
}

Result<workflow::ImportHeader> DecoderPool::importHeader(const QString &path)
{
    return asked<workflow::ImportHeader>(
        {.task = DecoderTask::ImportHeader}, path, [&] { return readImportHeader(path); },
        [](const DecoderAnswer &answer) { return readImportHeaderMessage(answer.message); });
}

Result<Inspection> DecoderPool::inspection(const QString &path, const QString &characterSet)
{
    return asked<Inspection>(
        requestBy(DecoderTask::Inspection, characterSet), path,
        [&] { return inspectFile(path, characterSet); },
        [](const DecoderAnswer &answer) { return readInspectionMessage(answer.message); });
}

Result<DecoderPool::Process> DecoderPool::lease()
{
    while (true) {
        TRY(auto process, idleOrStarted());
        if (!process || isReady(*process))
            return process;
        leave(process.get());
    }
}

/// Not greeted yet; null where there is none to be had.
Result<DecoderPool::Process> DecoderPool::idleOrStarted()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isClosed || !m_idle.empty() || m_running < m_options.workers; });
    if (m_isClosed)
        return cancelled();
    if (m_idle.empty()) {
        if (m_options.program.isEmpty() || m_failedStarts >= kMostFailedStarts)
            return Process();
        auto started = DecoderProcess::start(m_options.program);
        if (!started) {
            m_failedStarts = kMostFailedStarts; // the program is not there: no use in trying again
            m_impairment = started.error();
            return Process();
        }
        ++m_running;
        m_idle.push_back(*std::move(started));
    }
    auto process = std::move(m_idle.back());
    m_idle.pop_back();
    m_busy.push_back(process.get());
    return process;
}

bool DecoderPool::isReady(DecoderProcess &process)
{
    const auto greeted = process.greet();
    const std::lock_guard lock(m_mutex);
    if (!greeted) {
        noteFailedStart(greeted.error());
        return false;
    }
    m_failedStarts = 0;
    if (!process.isCaged() && !m_impairment)
        m_impairment = Error{.kind = ErrorKind::Unavailable,
                             .code = u"imaging.decoder-uncaged"_s,
                             .detail = u"the system offers no filter of system calls"_s};
    return true;
}

void DecoderPool::noteFailedStart(const Error &error)
{
    ++m_failedStarts;
    qCWarning(logDecoder).noquote() << logLine(error);
    if (m_failedStarts >= kMostFailedStarts)
        m_impairment = error;
}

/// Nobody interrupts it any more; another one may be started.
void DecoderPool::leave(DecoderProcess *process)
{
    const std::lock_guard lock(m_mutex);
    std::erase(m_busy, process);
    --m_running;
    m_changed.notify_one();
}

void DecoderPool::release(Process process, bool isBroken)
{
    if (isBroken || !process->isRunning()) {
        leave(process.get());
        // Now, so that it is ready when the next picture is wanted.
        if (auto other = idleOrStarted(); other && *other)
            return release(*std::move(other), false);
        return;
    }
    const std::lock_guard lock(m_mutex);
    std::erase(m_busy, process.get());
    m_idle.push_back(std::move(process));
    m_changed.notify_one();
}

void DecoderPool::noteCrash(const QString &path, const Error &error)
{
    const std::lock_guard lock(m_mutex);
    ++m_crashes[fileKey(path)];
    qCWarning(logDecoder).noquote() << "file" << fileMark(path) << logLine(error);
}

bool DecoderPool::isGivenUp(const QString &path) const
{
    const std::lock_guard lock(m_mutex);
    return !m_crashes.isEmpty() && m_crashes.value(fileKey(path)) >= kMostCrashes;
}

bool DecoderPool::isClosed() const
{
    const std::lock_guard lock(m_mutex);
    return m_isClosed;
}

std::optional<Error> DecoderPool::impairment() const
{
    const std::lock_guard lock(m_mutex);
    return m_impairment;
}

QString decoderBesideProgram()
{
#ifdef Q_OS_WIN
    const auto name = u"/simiao-decoder.exe"_s;
#else
    const auto name = u"/simiao-decoder"_s;
#endif
    const QString path = QCoreApplication::applicationDirPath() + name;
    return QFileInfo(path).isExecutable() ? path : QString();
}

} // namespace simiao::dicom
