#pragma once

#include "imaging/defect.h"
#include "integration/dicom/confidentiality/pixel_blanking.h"
#include "integration/dicom/confidentiality/substitutes.h"
#include "integration/dicom/object_copy.h"

#include <vector>

namespace simiao::dicom {

struct DatasetFile;

/// What one export wants. The same for all of its objects.
struct Deidentification
{
    Substitutes substitutes = Substitutes::forOneExport();
    /// PS3.15 E.3.6, Retain Longitudinal Temporal Information With Modified Dates.
    bool keepsIntervals = false;
    /// Where names are burnt into the picture. Compressed pixels are then written uncompressed; an object without any rectangle goes out
    /// with its pixels byte for byte. That its pixels are clean is said only of an object with one in every frame.
    std::vector<PixelRectangle> blanked = {};
    /// Documents (PDF) go out as they are, behind cleaned attributes and marked as not de-identified.
    bool takesDocuments = false;
};

/// What was written.
struct DeidentifiedObject
{
    QString sopInstanceUid;
    /// What a person has to look at before it goes out: `deidentify.burned-in`, `deidentify.burned-in-unknown`,
    /// `deidentify.overlay-in-pixels`, `deidentify.document-kept`, `deidentify.not-blanked` (all rectangles are for pictures of another
    /// size); and `deidentify.named-elsewhere` (the attributes), which were emptied, `deidentify.texts-taken` (how many), which were taken
    /// out of the content.
    std::vector<imaging::Defect> notices;
};

/// The same, with what its file is made of.
struct DeidentifiedCopy
{
    DeidentifiedObject object;
    ObjectCopy copy;
};

/// A copy of the object that does not say whose it is: PS3.15 Basic Application Confidentiality Profile, on
/// every level of nesting. Reports, key object selections, presentation states and waveforms keep their content without what people
/// wrote into it. The attributes of `file` are the clean ones afterwards.
/// Invalid `deidentify.kind` for objects of other kinds, `deidentify.document` for documents nobody asked for and `deidentify.document-named`
/// for one that names the patient in plain bytes, `deidentify.content` as cleanContent, `deidentify.pixels-named` where compressed pixels
/// carry a name in a comment, `deidentify.subject`; Corrupt for a damaged object that is no image; as blankedPixels, which only images have.
Result<DeidentifiedCopy> deidentified(DatasetFile &file, const Deidentification &wish);
/// The same of the file at `path`. As openDataset. Blocks. \thread any
Result<DeidentifiedCopy> deidentified(const QString &path, const Deidentification &wish);

/// Writes that copy of the object at `from` to `to`, all of it in this process: for files that are our own.
/// As deidentified and writeCopy. Blocks. \thread any
Result<DeidentifiedObject> deidentifyFile(const QString &from,
                                          const QString &to,
                                          const Deidentification &wish,
                                          bool mayReplace = false);

} // namespace simiao::dicom
