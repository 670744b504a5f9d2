#pragma once

#include "imaging/models/study_characters.h"

#include <QAction>

namespace simiao::viewer {

class CharacterLine;

/// The way from a panel to the characters of a study: the action `imaging.characters`, its window, and a line. \thread GUI
class CharacterCommands : public QObject
{
    Q_OBJECT

public:
    /// \param panel  owner, and parent of the window, \param visit  not owned, outlives this
    CharacterCommands(sdk::Visit *visit, std::shared_ptr<workflow::ImageSource> source, QWidget *panel);

    QAction *open() const { return m_open; }
    /// For the panel's layout.
    CharacterLine *line() const { return m_line; }
    /// As StudyCharacters.
    void setShown(std::vector<workflow::ImageSeries> series) { m_characters->setShown(std::move(series)); }
    /// Texts in the current language.
    void retranslate();

private:
    void showDialog();
    void follow();

    std::shared_ptr<workflow::ImageSource> m_source;
    QWidget *m_panel;
    StudyCharacters *m_characters;
    CharacterLine *m_line;
    QAction *m_open;
};

} // namespace simiao::viewer
