#pragma once

#include "core/result.h"
#include "imaging/report/content_tree.h"
#include "workflow/ports/imaging_objects.h"

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

class DcmDataset;
class DcmItem;
class DcmTagKey;

namespace simiao::dicom {

struct DatasetFile;

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

/// What an image says of itself, its patient and its study, as objects about it repeat it.
struct SourceFacts
{
    struct Value
    {
        std::uint32_t tag = 0; ///< group and element
        QString text;

        bool operator==(const Value &) const = default;
    };

    imaging::ReferencedImage reference;
    QString studyInstanceUid;
    int frames = 1;
    std::vector<Value> values = {};

    bool operator==(const SourceFacts &) const = default;
};

/// \param characterSet  as DatasetText. Invalid `imaging.no-uid`
Result<SourceFacts> sourceFactsOf(const DatasetFile &file, const QString &characterSet);
/// The same of the file at `location`. As openDataset. Blocks. \thread any
Result<SourceFacts> sourceFactsOf(const QString &location, const QString &characterSet = {});

/// They are of the attributes that objects repeat, each once and in their order.
bool isOfSource(const std::vector<SourceFacts::Value> &values);

/// Who reads them: this process, or another one.
using SourceReader = std::function<Result<SourceFacts>(const QString &location, const QString &characterSet)>;
inline Result<SourceFacts> readSourceHere(const QString &location, const QString &characterSet)
{
    return sourceFactsOf(location, characterSet);
}

/// An image that objects are written about.
class SourceImage
{
public:
    explicit SourceImage(SourceFacts facts)
        : m_facts(std::move(facts))
    {
    }
    /// As `read`.
    template <typename Picture>
    static Result<SourceImage> of(const Picture &picture, const SourceReader &read)
    {
        auto facts = read(picture.location, picture.characterSet);
        return facts ? Result<SourceImage>(SourceImage(*std::move(facts))) : facts.error();
    }

    QString studyInstanceUid() const { return m_facts.studyInstanceUid; }
    QString seriesInstanceUid() const { return m_facts.reference.seriesInstanceUid; }
    /// \param frameIndex  from 0; a frame is named only where the image has several
    imaging::ReferencedImage reference(int frameIndex) const;
    /// The Patient and General Study modules (PS3.3 C.7.1.1, C.7.2.1).
    void putPatientAndStudy(DcmItem &dataset) const;

private:
    SourceFacts m_facts;
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
