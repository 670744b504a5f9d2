#include "imaging/models/object_words.h"

#include "imaging/models/concept_words.h"

#include <QCoreApplication>

namespace simiao::viewer {

using workflow::ImagingObjectKind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Objects)
};

} // namespace

QString objectKindName(const workflow::ImagingObject &object)
{
    switch (object.kind) {
    case ImagingObjectKind::Report: return Words::tr("Report");
    case ImagingObjectKind::KeyObjects: return Words::tr("Key images");
    case ImagingObjectKind::PresentationState: return Words::tr("Presentation state");
    case ImagingObjectKind::Waveform:
        return object.modality == QLatin1String("ECG") ? Words::tr("ECG") : Words::tr("Waveform");
    case ImagingObjectKind::Document: return Words::tr("Document");
    }
    return {};
}

QString objectLine(const workflow::ImagingObject &object)
{
    const auto day = object.created.isEmpty() ? object.studyDate : object.created.left(10);
    const auto kind = objectKindName(object);
    // Many devices call it by its code, which the kind says in words.
    const bool saysNoMore = object.title == kind || object.title == object.modality;
    QStringList parts{day, kind, saysNoMore ? QString() : titleWords(object.title)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

workflow::ImageSeries seriesOf(const workflow::ImagingObject &object)
{
    workflow::ImageSeries series;
    series.studyInstanceUid = object.studyInstanceUid;
    series.seriesInstanceUid = object.seriesInstanceUid;
    series.modality = object.modality;
    series.seriesDescription = object.title;
    series.studyDate = object.studyDate;
    series.studyTime = object.studyTime;
    series.patientName = object.patientName;
    series.patientId = object.patientId;
    series.patientBirthDate = object.patientBirthDate;
    series.patientSex = object.patientSex;
    series.characterSet = object.characterSet;
    series.instances = {{.sopInstanceUid = object.sopInstanceUid, .location = object.location}};
    return series;
}

} // namespace simiao::viewer
