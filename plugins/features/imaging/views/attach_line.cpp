#include "imaging/views/attach_line.h"

#include "imaging/models/character_words.h"
#include "imaging/models/finding_words.h"
#include "imaging/models/identity_words.h"
#include "imaging/models/sentences.h"
#include "sdk/desk.h"
#include "ui/widgets/link_button.h"

#include <algorithm>

namespace simiao::viewer {

using Step = ImageAttachment::Step;

namespace {

/// What is seen or measured in such images may be on the other side, or stand on words in the pixels.
bool mayMislead(const std::vector<workflow::ImportFinding> &findings)
{
    using enum workflow::ImportDefect;
    return std::ranges::any_of(findings, [](const workflow::ImportFinding &finding) {
        return finding.defect == NoOrientation || finding.defect == NoLaterality
            || finding.defect == BurnedIn;
    });
}

} // namespace

AttachLine::AttachLine(ImageAttachment *attachment, const administration::Patient &patient, QWidget *parent)
    : StepLine(QStringLiteral("imaging.attachLine"), parent)
    , m_attachment(attachment)
    , m_patient(patient)
{
    connect(attachment, &ImageAttachment::changed, this, &AttachLine::followStep);
    connect(attachment, &ImageAttachment::attached, this, &AttachLine::takeAttached);
    followStep();
}

void AttachLine::takeAttached()
{
    const auto &added = m_attachment->added();
    if (!added.isAll())
        m_leftOut.append(attachedText(added));
    followStep();
}

void AttachLine::followStep()
{
    follow();
    if (m_attachment->step() == Step::Confirming || m_attachment->step() == Step::Examined)
        focusSafeAnswer();
}

ui::Notice AttachLine::notice() const
{
    switch (m_attachment->step()) {
    case Step::Idle:
        if (m_leftOut.isEmpty())
            return {};
        return {ui::Severity::Warn,
                tr("Not everything was attached"),
                sentencesText(m_leftOut),
                {},
                {tr("Close")}};
    case Step::Reading: return {ui::Severity::Neutral, tr("Reading the images…"), {}, {}, {}};
    case Step::Examined: return findings();
    case Step::Confirming: return question();
    case Step::Storing: return {ui::Severity::Neutral, tr("Attaching…"), {}, {}, {}};
    case Step::Copying:
        return {ui::Severity::Neutral,
                tr("%1 of %2 files copied").arg(m_attachment->copied()).arg(m_attachment->copyTotal()),
                tr("They stay with the record when the disc or stick is gone."),
                {},
                {tr("Stop")}};
    case Step::Failed: return failure();
    }
    return {};
}

/// Codes and counts of what was passed over are for the log.
ui::Notice AttachLine::failure() const
{
    const auto &error = m_attachment->error();
    const bool isOther = error.code == QLatin1String("imaging.no-images")
        && error.detail.contains(QLatin1String("imaging.no-pixels"));
    const auto why = isOther
        ? tr("There are DICOM objects, but of kinds that are not kept here, such as plans of radiotherapy.")
        : sdk::errorText(error);
    return {ui::Severity::Block, tr("Not attached"), why, {}, {tr("Try again"), tr("Close")}};
}

ui::Notice AttachLine::question() const
{
    const auto images = namedInImages(m_attachment->series());
    const auto visit = namedOnRecord(m_patient);
    const QStringList answers{tr("Attach anyway"), tr("Do not attach")};
    if (images.isEmpty())
        return {ui::Severity::Warn,
                tr("Unlabelled images"),
                tr("The images name no patient. This visit: %1.").arg(visit),
                {},
                answers};
    const auto compared = tr("The images: %1. This visit: %2.").arg(images, visit);
    const auto &code = m_attachment->doubtCode();
    if (code == QLatin1String("imaging.other-number"))
        return {ui::Severity::Warn, tr("Images with another number"), compared,
                tr("Name and date of birth agree. Check that it is the same person."), answers};
    const auto number = code == QLatin1String("imaging.other-mrn")
        ? tr("The number in the images is that of another patient here.")
        : QString();
    return {ui::Severity::Block, tr("Images of another patient"), compared,
            QStringList{number, doubt()}.join(u' ').trimmed(), answers};
}

/// What stands between the person and an answer where the name itself is not sure; empty: nothing does.
QString AttachLine::doubt() const
{
    const auto &doubtful = m_attachment->doubtful();
    if (doubtful.empty())
        return {};
    const auto &first = doubtful.front();
    const auto declared = first.declared.isEmpty() ? tr("nothing", "that files declare") : first.declared;
    if (first.series.characterSet.isEmpty())
        return tr("The name may be misread: it is no text in the characters that the files declare (%1).")
            .arg(declared);
    std::vector<workflow::ImageSeries> likelier;
    for (const auto &reading : doubtful)
        likelier.push_back(reading.series);
    const auto named =
        tr("The name may be misread: the files declare %1 and look like %2, in which they name %3.")
            .arg(declared, charactersName(first.series.characterSet), namedInImages(likelier));
    const bool areHers = doubtful.size() == m_attachment->series().size()
        && workflow::namesHer(workflow::identityOf(likelier, m_patient));
    return areHers ? sentencesText({named, tr("Then they are this patient's.")}) : named;
}

/// Each defect by its name, and what stays behind, before anything is on record.
ui::Notice AttachLine::findings() const
{
    QStringList words;
    for (const auto &finding : m_attachment->findings())
        words.append(findingText(finding));
    QStringList sentences;
    if (!words.isEmpty())
        sentences.append(tr("%1.", "all findings").arg(words.join(tr("; ", "between two findings"))));
    const auto left = m_attachment->left();
    if (left.isAny())
        sentences.append(leftText(left, m_attachment->isToCopy()));
    return {ui::Severity::Warn,
            words.isEmpty() ? tr("Not everything here can be attached") : tr("Check these images"),
            sentencesText(sentences),
            mayMislead(m_attachment->findings()) ? tr("Measurements and the side of the body may be wrong.")
                                                 : QString(),
            {tr("Attach anyway"), tr("Do not attach")}};
}

void AttachLine::act(int index)
{
    if (m_attachment->step() == Step::Copying)
        return m_attachment->cancel();
    if (m_attachment->step() == Step::Idle) {
        m_leftOut.clear();
        return followStep();
    }
    const bool isFirst = index == 0;
    if (!isFirst)
        m_attachment->dismiss();
    else if (m_attachment->step() == Step::Confirming || m_attachment->step() == Step::Examined)
        m_attachment->confirm();
    else
        m_attachment->retry();
}

/// Enter without reading must not mix up two patients.
void AttachLine::focusSafeAnswer()
{
    const auto answers = line()->findChildren<ui::LinkButton *>();
    if (!answers.isEmpty() && isVisible())
        answers.last()->setFocus(Qt::OtherFocusReason);
}

} // namespace simiao::viewer
