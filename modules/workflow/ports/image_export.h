#pragma once

#include "workflow/ports/image_archive.h"
#include "workflow/ports/image_source.h"

#include <QMap>
#include <QStringList>

namespace simiao::workflow {

/// Part of a picture, in columns and rows from 0.
struct PictureArea
{
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;

    bool operator==(const PictureArea &) const = default;
};

/// An object that is no image: a report, key objects, a presentation state, a waveform, a document …
struct ExportedObject
{
    QString sopInstanceUid;
    QString location; ///< where the exporter finds it; nobody else reads it
    QString studyInstanceUid = {};

    bool operator==(const ExportedObject &) const = default;
};

/// A part that shall be black, and in which pictures.
struct BlankedPart
{
    PictureArea area = {};
    int columns = 0; ///< of the picture it was drawn on; those of another size stay as they are
    int rows = 0;
    QString sopInstanceUid = {};    ///< only in this image; empty: in all
    int frame = -1;                 ///< only in this frame, from 0; -1: in all
    QString seriesInstanceUid = {}; ///< only in this series, the one that was looked at; empty: in all

    bool isIn(const QString &image, int index) const
    {
        return (sopInstanceUid.isEmpty() || sopInstanceUid == image) && (frame < 0 || frame == index);
    }
    bool operator==(const BlankedPart &) const = default;
};

/// DICOM files that are to leave this computer, as a folder with a directory (DICOMDIR).
struct ImageExportOrder
{
    std::vector<ImageSeries> series = {};
    std::vector<ExportedObject> objects = {}; ///< that go with them
    /// Where the studies of the series lie: whatever else of them is there, of every kind, goes with them too.
    QStringList places = {};
    QString folder = {}; ///< absolute; made where it is not there
    /// Nobody is named in the copies: PS3.15 Basic Application Confidentiality Profile.
    bool isAnonymised = false;
    QString subject = {};        ///< anonymised: name and number in the copies; empty: one is made
    bool keepsIntervals = false; ///< anonymised: dates are moved together instead of being taken away
    /// Anonymised: where texts are burnt into the pictures, all of them; one that it does not fit into is refused.
    std::vector<PictureArea> blanked = {};
    std::vector<BlankedPart> blankedParts = {}; ///< anonymised: the same in some of them
    /// Anonymised: documents (PDF) go along as they are; else they are left out.
    bool takesDocuments = false;
};

/// What came of an export. It may have ended early: what is there is whole.
struct ImageExport
{
    TransferCount count;
    std::vector<InstanceFailure> failures;
    /// What a person has to look at before it goes out, by code (`deidentify.…`), with the number of images or objects.
    QMap<QString, int> notices;
    /// Objects that cannot be anonymised and are not there, by the reason (`deidentify.…`). They are no failures.
    QMap<QString, int> leftOut = {};
    std::optional<Error> endedBy; ///< Cancelled, a full disk

    bool isWhole() const { return !endedBy && failures.empty(); }
};

/// Writes images that a source of this computer listed. A source that can do so is both: ask it with dynamic_cast.
/// The object may be destroyed while a task runs; the task then ends with Cancelled or its result.
/// \thread calls and results on the caller's thread, the work elsewhere
class ImageExporter
{
public:
    virtual ~ImageExporter() = default;

    /// Each file whole or not at all, under names that say nothing; nothing is ever overwritten.
    /// Conflict `export.exists` where such an export is in the folder already; Unavailable `export.folder`.
    virtual Task<Result<ImageExport>> run(ImageExportOrder order,
                                          TransferProgress progress,
                                          std::stop_token stop) = 0;
};

} // namespace simiao::workflow
