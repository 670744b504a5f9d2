#pragma once

#include "core/result.h"
#include "imaging/report/content_tree.h"
#include "workflow/ports/imaging_objects.h"

#include <utility>
#include <vector>

class DcmDataset;
class DcmItem;
class DcmTagKey;

namespace simiao::dicom {

/// Text in UTF-8; the data set says so (ISO_IR 192). Empty text is an attribute without value.
void put(DcmItem &item, const DcmTagKey &tag, const QString &value);
void putShort(DcmItem &item, const DcmTagKey &tag, int value);              // US
void putLong(DcmItem &item, const DcmTagKey &tag, std::vector<int> values); // SL
void putFloats(DcmItem &item,
               const DcmTagKey &tag,
               const std::vector<imaging::ImagePoint> &points); // FL, + 0.5
/// At most 16 characters, as DS wants.
QString decimalString(double value);
/// A new item at the end of the sequence.
DcmItem &addItem(DcmItem &item, const DcmTagKey &sequence);
/// A code sequence of one item.
void putCode(DcmItem &item, const DcmTagKey &sequence, const imaging::CodedConcept &code);
/// Referenced SOP Class and Instance UID, and frames where there are any.
void putReference(DcmItem &item, const imaging::ReferencedImage &image);

/// What an image says of its patient and study, for objects about it.
class SourceImage
{
public:
    /// \param characterSet  as DatasetText
    static Result<SourceImage> open(const QString &location, const QString &characterSet = {});

    QString studyInstanceUid() const { return m_study; }
    QString seriesInstanceUid() const { return m_reference.seriesInstanceUid; }
    /// \param frameIndex  from 0; a frame is named only where the image has several
    imaging::ReferencedImage reference(int frameIndex) const;
    /// The Patient and General Study modules (PS3.3 C.7.1.1, C.7.2.1).
    void putPatientAndStudy(DcmItem &dataset) const;

private:
    imaging::ReferencedImage m_reference;
    QString m_study;
    int m_frames = 1;
    std::vector<std::pair<unsigned, QString>> m_values; ///< by tag: group and element
};

/// SOP Common, General Series and Equipment of an object of ours.
/// \param part  tells objects of one `by.root` apart
void putIdentity(DcmItem &dataset,
                 const char *sopClassUid,
                 const QString &modality,
                 const workflow::Authorship &by,
                 const QString &part);

/// A bare name as a person name value: Chinese goes into the ideographic group.
QString personNameValue(const QString &name);

/// A whole DICOM file (PS3.10), explicit little endian. Internal `imaging.not-encoded` with the toolkit's words.
Result<QByteArray> fileOf(DcmDataset &dataset);

} // namespace simiao::dicom
