#pragma once

#include "imaging/models/archive_sending.h"
#include "imaging/models/sending_choice.h"

#include <QAction>

#include <functional>

class QMenu;

namespace simiao::sdk {
class Visit;
}

namespace simiao::viewer {

/// The command that sends what is shown to an archive: key images, what was written about them, or the study. \thread GUI
class SendCommands : public QObject
{
    Q_OBJECT

public:
    /// What there is of the study that is shown; nothing where it may not leave: it names somebody else.
    using Choice = std::function<std::optional<SendingChoice>()>;

    /// \param visit, panel  not owned
    SendCommands(sdk::Visit *visit, Choice choice, QWidget *panel);

    /// Opens the list; disabled where no archive is set up.
    QAction *open() const { return m_open; }
    ArchiveSending *sending() const { return m_sending; }
    void retranslate();

private:
    void popUp();
    void fill();
    void add(const std::shared_ptr<workflow::ImageArchive> &archive,
             const QString &what,
             const QString &words,
             const QStringList &files);

    sdk::Visit *m_visit;
    Choice m_choice;
    QWidget *m_panel;
    ArchiveSending *m_sending;
    QMenu *m_list;
    QAction *m_open;
};

} // namespace simiao::viewer
