#include "imaging/models/finding_words.h"

#include <QCoreApplication>

namespace simiao::viewer {

using workflow::ImportDefect;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Findings)
};

QString nameOf(ImportDefect defect)
{
    switch (defect) {
    case ImportDefect::NoUid: return Words::tr("Identifiers (UID) are missing");
    case ImportDefect::NoPatientId: return Words::tr("Patient ID is missing");
    case ImportDefect::NoPatientName: return Words::tr("Patient name is missing");
    case ImportDefect::NoBirthDate: return Words::tr("Birth date is missing");
    case ImportDefect::NoStudyDate: return Words::tr("Study date is missing");
    case ImportDefect::SeveralPatients: return Words::tr("They name several patients");
    case ImportDefect::DuplicateInstance: return Words::tr("The same image is there twice");
    case ImportDefect::NoOrientation:
        return Words::tr("Orientation is missing: left and right cannot be told");
    case ImportDefect::NoLaterality: return Words::tr("The side of a paired part of the body is missing");
    case ImportDefect::BurnedIn: return Words::tr("Words are burnt into the picture");
    }
    return {};
}

} // namespace

QString findingText(const workflow::ImportFinding &finding)
{
    return Words::tr("%1 (files: %2)").arg(nameOf(finding.defect)).arg(finding.objects);
}

} // namespace simiao::viewer
