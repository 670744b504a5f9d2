#include "imaging/views/watch_line.h"

#include "sdk/desk.h"

#include <QDir>

namespace simiao::viewer {

namespace {

const QString kSetting = QStringLiteral("imaging.watch-folder");

} // namespace

WatchLine::WatchLine(WatchedFolder *folder, QWidget *parent)
    : StepLine(QStringLiteral("imaging.watchLine"), parent)
    , m_folder(folder)
{
    connect(folder, &WatchedFolder::changed, this, &WatchLine::followFolder);
    followFolder();
}

/// A trouble that was read and comes again is a new one.
void WatchLine::followFolder()
{
    if (!m_folder->error())
        m_isTroubleRead = false;
    follow();
}

bool WatchLine::isTroubled() const
{
    return m_folder->error() && !m_isTroubleRead;
}

ui::Notice WatchLine::notice() const
{
    const auto place = QDir::toNativeSeparators(m_folder->folder());
    if (isTroubled())
        return {ui::Severity::Warn,
                tr("The watched folder is not read"),
                sdk::errorText(*m_folder->error()),
                {},
                {tr("Close")}};
    const int studies = m_folder->studies();
    const int images = m_folder->moreImages();
    if (studies == 0 && images == 0)
        return {};
    return {ui::Severity::Note,
            studies > 0 ? tr("%n more studies of this patient", nullptr, studies)
                        : tr("%n more images of a study on record", nullptr, images),
            place,
            tr("They are checked before they are put on the record."),
            {tr("Attach"), tr("Not now")}};
}

void WatchLine::act(int index)
{
    if (isTroubled()) {
        m_isTroubleRead = true;
        return follow();
    }
    const auto places = m_folder->places();
    m_folder->dismiss(); // asked once; what is then not attached lies where it lay
    if (index == 0)
        Q_EMIT wanted(places);
}

WatchLine *watchLineOf(sdk::Visit *visit, const std::shared_ptr<workflow::ImageSource> &source)
{
    auto *folder = new WatchedFolder(source, visit->record().patient, {});
    auto *line = new WatchLine(folder);
    folder->setParent(line);
    const auto follow = [folder, visit] {
        folder->setStudies(visit->record().studies);
        folder->setFolder(visit->desk()->settings().text(kSetting));
    };
    QObject::connect(visit, &sdk::Visit::studiesChanged, line, follow);
    QObject::connect(visit->desk(), &sdk::Desk::settingsChanged, line, follow);
    follow();
    return line;
}

} // namespace simiao::viewer
