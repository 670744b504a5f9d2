#include "imaging/models/study_characters.h"

#include "sdk/desk.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::viewer {

StudyCharacters::StudyCharacters(sdk::Visit *visit,
                                 std::shared_ptr<workflow::ImageSource> source,
                                 QObject *parent)
    : QObject(parent)
    , m_visit(visit)
    , m_source(std::move(source))
{
}

StudyCharacters::~StudyCharacters()
{
    m_stop.request_stop();
}

void StudyCharacters::setShown(std::vector<workflow::ImageSeries> series)
{
    m_shown = std::move(series);
    examine();
    Q_EMIT changed();
}

QString StudyCharacters::shownStudy() const
{
    return m_shown.empty() ? QString() : m_shown.front().studyInstanceUid;
}

const diagnostics::ImagingStudy *StudyCharacters::recorded(const QString &studyInstanceUid) const
{
    const auto &studies = m_visit->record().studies;
    const auto found =
        std::ranges::find(studies, studyInstanceUid, &diagnostics::ImagingStudy::studyInstanceUid);
    return found == studies.end() ? nullptr : &*found;
}

const StudyCharacters::Change *StudyCharacters::change() const
{
    return m_change && m_change->studyInstanceUid == shownStudy() ? &*m_change : nullptr;
}

QString StudyCharacters::current() const
{
    const auto *study = recorded(shownStudy());
    return study ? study->characterSet.value_or(QString()) : QString();
}

bool StudyCharacters::canChoose() const
{
    return m_source && !m_isStoring && recorded(shownStudy());
}

/// One file of each study, the first time it is shown.
void StudyCharacters::examine()
{
    const auto study = shownStudy();
    if (!m_source || study.isEmpty() || m_examined.contains(study) || !current().isEmpty())
        return;
    m_examined.insert(study, std::nullopt);
    QCoro::connect(
        workflow::doubtfulNames(m_source, {m_shown.front()}, m_stop.get_token()), this,
        [this, study](const std::vector<workflow::SeriesReading> &doubtful) { takeDoubt(study, doubtful); });
}

/// A source that cannot read texts again has nothing to suspect.
void StudyCharacters::takeDoubt(const QString &study, const std::vector<workflow::SeriesReading> &doubtful)
{
    if (doubtful.empty() || doubtful.front().series.characterSet.isEmpty())
        return;
    const auto &likelier = doubtful.front();
    m_examined[study] = Suspicion{.declared = likelier.declared,
                                  .likelier = likelier.series.characterSet,
                                  .name = likelier.series.patientName};
    Q_EMIT changed();
}

const StudyCharacters::Suspicion *StudyCharacters::suspicion() const
{
    const auto found = m_examined.constFind(shownStudy());
    const bool isOpen = found != m_examined.cend() && *found && current().isEmpty();
    return isOpen ? &**found : nullptr;
}

void StudyCharacters::dismissSuspicion()
{
    m_examined[shownStudy()] = std::nullopt;
    Q_EMIT changed();
}

/// While a choice is new nothing is read by it yet: that is no fault.
int StudyCharacters::unread() const
{
    const auto wanted = current();
    const auto left = std::ranges::count_if(
        m_shown, [&wanted](const workflow::ImageSeries &series) { return series.characterSet != wanted; });
    const bool isAnyRead = left < std::ssize(m_shown);
    return isAnyRead && !wanted.isEmpty() ? static_cast<int>(left) : 0;
}

void StudyCharacters::choose(const QString &characterSet)
{
    if (canChoose() && characterSet != current())
        store(shownStudy(), characterSet, false);
}

void StudyCharacters::undo()
{
    if (m_change && !m_isStoring)
        store(m_change->studyInstanceUid, m_change->before, true);
}

void StudyCharacters::dismissChange()
{
    m_change.reset();
    Q_EMIT changed();
}

void StudyCharacters::store(const QString &studyInstanceUid, const QString &characterSet, bool isUndo)
{
    const auto *study = recorded(studyInstanceUid);
    if (!study)
        return dismissChange();
    const Change change{.studyInstanceUid = studyInstanceUid,
                        .before = study->characterSet.value_or(QString()),
                        .after = characterSet};
    m_isStoring = true;
    Q_EMIT changed();
    const auto context = m_visit->desk()->context();
    QCoro::connect(workflow::chooseCharacters(context, context.newCommand(), study->id, characterSet), this,
                   [this, change, isUndo](const Result<diagnostics::ImagingStudy> &answer) {
                       take(change, isUndo, answer);
                   });
}

void StudyCharacters::take(const Change &change, bool isUndo, const Result<diagnostics::ImagingStudy> &answer)
{
    m_isStoring = false;
    if (!answer) {
        m_visit->desk()->showError(answer.error());
        Q_EMIT changed();
        return;
    }
    m_change = isUndo ? std::nullopt : std::optional(change);
    auto studies = m_visit->record().studies;
    std::ranges::replace_if(
        studies, [&answer](const diagnostics::ImagingStudy &study) { return study.id == answer->id; },
        *answer);
    m_visit->setStudies(std::move(studies));
    Q_EMIT changed();
}

} // namespace simiao::viewer
