#include "integration/dicom/objects/key_objects.h"

#include "core/try.h"
#include "integration/dicom/objects/content_writing.h"
#include "integration/dicom/objects/report_codes.h"

#include <QStringList>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

Result<QByteArray> keyObjectFile(const std::vector<workflow::KeyPicture> &pictures,
                                 const workflow::Authorship &by,
                                 const SourceReader &read)
{
    if (pictures.empty())
        return Error{.kind = ErrorKind::Invalid, .code = u"imaging.nothing-measured"_s};
    TRY(const auto first, SourceImage::of(pictures.front(), read));
    std::vector<ReferencedImage> images;
    QStringList words;
    for (const auto &picture : pictures) {
        TRY(const auto source, SourceImage::of(picture, read));
        if (source.studyInstanceUid() != first.studyInstanceUid())
            return Error{.kind = ErrorKind::Invalid, .code = u"imaging.several-studies"_s};
        images.push_back(source.reference(picture.frameIndex));
        if (!picture.words.isEmpty())
            words.append(picture.words);
    }
    ContentItem root{.type = ContentType::Container, .name = codes::ofInterest()};
    if (!words.isEmpty())
        root.children.push_back({.relationship = u"CONTAINS"_s,
                                 .type = ContentType::Text,
                                 .name = codes::keyObjectDescription(),
                                 .text = words.join(u'\n')});
    for (const auto &image : images)
        root.children.push_back(
            {.relationship = u"CONTAINS"_s, .type = ContentType::Image, .reference = image});

    DcmDataset dataset;
    first.putPatientAndStudy(dataset);
    putIdentity(dataset, UID_KeyObjectSelectionDocumentStorage, u"KO"_s, by,
                u"ko/"_s + first.studyInstanceUid());
    putDocument(dataset, first.studyInstanceUid(), images, by);
    putTemplate(dataset, u"2010"_s);
    putContent(dataset, root);
    return fileOf(dataset);
}

} // namespace simiao::dicom
