#pragma once

#include "integration/dicom/confidentiality/deidentify.h"
#include "integration/dicom/header.h"
#include "integration/dicom/inspection.h"
#include "integration/dicom/medium/medium_entry.h"
#include "integration/dicom/object_facts.h"
#include "integration/dicom/objects/writing.h"
#include "integration/dicom/raw_texts.h"
#include "integration/dicom/worker/decoder_process.h"
#include "workflow/ports/imaging_objects.h"

#include <QHash>
#include <QString>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

namespace simiao::dicom {

struct DecoderOptions
{
    QString program; ///< absolute path; empty: decode here
    int workers = 1; ///< processes at a time
    std::chrono::milliseconds patience{5000};
};

/// Decodes frames, headers and objects that are no images in a few processes that stay. One that crashes or hangs costs its image or object, is replaced at once, and
/// a file that did it twice is not tried again while this lives. Where no process can be had it decodes here, and says so.
/// Calls block; as many at a time as there are workers. \thread any
class DecoderPool
{
public:
    explicit DecoderPool(DecoderOptions options);
    /// Nobody may be in a call any more.
    ~DecoderPool();
    Q_DISABLE_COPY_MOVE(DecoderPool)

    /// Starts all that is to run and waits until it is ready.
    void warmUp();
    /// Calls that wait for an answer end with Cancelled, as all that come after.
    void close();

    /// Calls that do not wait for each other.
    int workers() const { return m_options.workers; }

    /// As decodeFrame, and Corrupt `imaging.decoder-crashed`.
    Result<std::shared_ptr<const imaging::Frame>> frame(const QString &path, int frameIndex);
    /// As decodePreview, and Corrupt `imaging.decoder-crashed`.
    Result<std::shared_ptr<const imaging::Frame>> preview(const QString &path, int frameIndex);
    /// As parseHeader, and Corrupt `imaging.decoder-crashed`.
    Result<InstanceHeader> header(const QString &path);
    /// As readObjectHeader, readObject and readImportHeader, and Corrupt `imaging.decoder-crashed`.
    Result<workflow::ImagingObject> objectHeader(const QString &path, const QString &characterSet = {});
    Result<workflow::ImagingObjectContent> object(const QString &path, const QString &characterSet = {});
    Result<workflow::ImportHeader> importHeader(const QString &path);
    /// As framePlanesOf, and Corrupt `imaging.decoder-crashed`.
    Result<std::vector<imaging::SlicePlane>> framePlanes(const QString &path);
    /// As inspectFile, and Corrupt `imaging.decoder-crashed`.
    Result<Inspection> inspection(const QString &path, const QString &characterSet = {});

    // Of files that go elsewhere, or are looked for. As objectFactsOf, rawTextsOf, sourceFactsOf, mediumFileIds, mediumEntryOf, copyOf and
    // deidentified, each also Corrupt `imaging.decoder-crashed`.
    Result<ObjectFacts> facts(const QString &path);
    Result<RawTexts> texts(const QString &path);
    Result<SourceFacts> source(const QString &path, const QString &characterSet);
    Result<std::vector<QStringList>> mediumFileIds(const QString &path);
    Result<std::optional<MediumEntry>> mediumEntry(const QString &path);
    Result<ObjectCopy> copy(const QString &path);
    /// \param frames  that it is said to have: so much longer it may take where they are decoded. Invalid `deidentify.rectangles-many`
    Result<DeidentifiedCopy> deidentified(const QString &path, const Deidentification &wish, int frames = 1);

    /// Unavailable `imaging.decoder-missing` where foreign bytes are decoded in this process, `imaging.decoder-uncaged` where
    /// the processes stand outside of a filter of system calls; nothing where all is well, as far as it is known.
    std::optional<Error> impairment() const;

private:
    using Process = std::unique_ptr<DecoderProcess>;

    /// One that is ready, for one question; null where there is none to be had. Waits while all are busy. Cancelled.
    Result<Process> lease();
    /// \param isBroken  it is ended; another one is started in its place, as where it has ended by itself
    void release(Process process, bool isBroken);
    Result<Process> idleOrStarted();
    bool isReady(DecoderProcess &process);
    void noteFailedStart(const Error &error);
    void leave(DecoderProcess *process);

    static DecoderRequest requestBy(DecoderTask task, const QString &characterSet);
    /// \param here   does it in this process, where no other can be had
    /// \param there  reads the answer of another one
    template <typename T>
    Result<T> asked(const DecoderRequest &request,
                    const QString &path,
                    const std::function<Result<T>()> &here,
                    const std::function<Result<T>(const DecoderAnswer &)> &there);
    /// The process has this long in place of the usual time.
    template <typename T>
    Result<T> askedWithin(std::chrono::milliseconds patience,
                          const DecoderRequest &request,
                          const QString &path,
                          const std::function<Result<T>()> &here,
                          const std::function<Result<T>(const DecoderAnswer &)> &there);
    template <typename T>
    Result<T> settled(Process process, const QString &path, Result<T> result);
    /// A file that is not tried again.
    static Error crashedBefore();
    /// The decoder ended, hung, or answered what it must not.
    static bool isBreach(const Error &error);
    void noteCrash(const QString &path, const Error &error);
    bool isGivenUp(const QString &path) const;
    bool isClosed() const;

    const DecoderOptions m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Process> m_idle;
    std::vector<DecoderProcess *> m_busy;
    int m_running = 0;      ///< idle, busy, or about to be
    int m_failedStarts = 0; ///< in a row
    std::optional<Error> m_impairment;
    bool m_isClosed = false;
    QHash<QString, int> m_crashes; ///< by file, as it was then
};

/// The decoder that stands beside this program; empty where there is none.
QString decoderBesideProgram();

} // namespace simiao::dicom
