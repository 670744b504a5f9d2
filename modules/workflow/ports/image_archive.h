#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace simiao::workflow {

/// What is looked for in an archive. An empty field asks for nothing; texts may hold the wildcards * and ?.
struct StudyQuery
{
    QString patientId;
    QString patientName; ///< as it is written: 王小明, Wang^Xiao*
    QString accessionNumber;
    QString studyInstanceUid;
    QString modality; ///< DICOM code: CT, MR …
    std::optional<QDate> from;
    std::optional<QDate> to;
    /// The archive is not asked for more; there may be more (StudyList::isPartial).
    int limit = 200;

    bool operator==(const StudyQuery &) const = default;
};

/// A study as an archive tells of it. Texts are plain Unicode, dates ISO; what it does not say is empty.
struct ArchivedStudy
{
    QString studyInstanceUid;
    QString patientName; ///< for the eye, without ^ and =
    QString patientId;
    QString patientBirthDate;
    QString patientSex; ///< DICOM code: M, F, O or empty
    QString studyDate;
    QString studyTime;
    QString accessionNumber;
    QString description;
    QStringList modalities;
    std::optional<int> series;
    std::optional<int> instances;

    bool operator==(const ArchivedStudy &) const = default;
};

struct StudyList
{
    std::vector<ArchivedStudy> studies;
    bool isPartial = false; ///< the limit was reached

    bool operator==(const StudyList &) const = default;
};

struct ArchivedSeries
{
    QString studyInstanceUid;
    QString seriesInstanceUid;
    QString modality;
    int seriesNumber = 0;
    QString description;
    QString bodyPart;
    std::optional<int> instances;

    bool operator==(const ArchivedSeries &) const = default;
};

/// What shall be brought: a study, one of its series, or single instances of a series.
struct Retrieval
{
    QString studyInstanceUid;
    QString seriesInstanceUid;    ///< empty: all of the study
    QStringList sopInstanceUids;  ///< empty: all of the series
    std::optional<int> instances; ///< how many there are, where an earlier question told

    bool operator==(const Retrieval &) const = default;
};

/// One object on its way: a whole DICOM file (PS3.10), as it is to lie on disk.
struct ReceivedObject
{
    QString sopInstanceUid;
    QByteArray file;
};

/// Takes what an archive sends. Its file names are its own, never from the data.
/// \thread any, several at a time
class ObjectSink
{
public:
    virtual ~ObjectSink() = default;

    /// This object is here whole and need not be sent again.
    virtual bool has(const QString &sopInstanceUid) const = 0;
    /// Yes: nothing that may be asked for is here, so that no archive need be asked first what is missing.
    virtual bool isEmpty() const { return false; }
    /// Keeps the object; success means that it lies safely on disk. Unavailable `disk.full` …
    virtual Result<void> take(ReceivedObject object) = 0;
};

/// How far a transfer is. "n of m" is always told; `total` is absent as long as nobody knows it.
struct TransferCount
{
    int done = 0;   ///< safely there, those that were there before included
    int failed = 0; ///< refused or damaged, each with its reason in Transfer::failures
    std::optional<int> total;

    bool operator==(const TransferCount &) const = default;
};

/// \thread any; must not block
using TransferProgress = std::function<void(const TransferCount &)>;

struct InstanceFailure
{
    QString sopInstanceUid; ///< empty where the peer does not say which
    Error error;
};

/// What came of a transfer. It may have ended early: what is there stays, and asking again goes on from it.
struct ImageTransfer
{
    TransferCount count;
    std::vector<InstanceFailure> failures;
    /// What ended it before its time: a cut, silence, a full disk, Cancelled.
    std::optional<Error> endedBy;

    bool isWhole() const
    {
        return !endedBy && count.failed == 0 && (!count.total || count.done >= *count.total);
    }
};

/// What a peer answered to the test button.
struct ArchiveProof
{
    QString peer;         ///< what it calls itself, or its address
    QString protocol;     ///< "DIMSE, TLS 1.3", "DICOMweb, HTTP/2"
    int milliseconds = 0; ///< of the whole exchange
    QStringList notices;  ///< what works only in part, untranslated codes `archive.…`

    bool operator==(const ArchiveProof &) const = default;
};

/// A PACS or a web archive. Every call ends: at its deadline with Unavailable `archive.silent`.
/// Errors common to all: Unavailable `archive.unreachable`, `archive.silent`, `archive.cut`; Forbidden `archive.refused` (AE title,
/// password), `archive.certificate`; Invalid `archive.answer` (what could not be read, located); the peer's own words in `detail`,
/// never a patient's name.
/// The object may be destroyed while a task runs; the task then ends with Cancelled or its result.
/// \thread calls and results on the caller's thread, the work elsewhere
class ImageArchive
{
public:
    virtual ~ImageArchive() = default;

    virtual QString displayName() const = 0;

    virtual Task<Result<ArchiveProof>> probe(std::stop_token stop) = 0;
    virtual Task<Result<StudyList>> findStudies(StudyQuery query, std::stop_token stop) = 0;
    /// By series number.
    virtual Task<Result<std::vector<ArchivedSeries>>> findSeries(QString studyInstanceUid,
                                                                 std::stop_token stop) = 0;

    /// Brings what the sink does not have yet. An error only where nothing could be begun; else how far it came.
    virtual Task<Result<ImageTransfer>> retrieve(Retrieval what,
                                                 std::shared_ptr<ObjectSink> sink,
                                                 TransferProgress progress,
                                                 std::stop_token stop) = 0;

    /// Sends DICOM files. As retrieve().
    virtual Task<Result<ImageTransfer>> send(QStringList files,
                                             TransferProgress progress,
                                             std::stop_token stop) = 0;
};

} // namespace simiao::workflow
