#pragma once

#include "imaging/models/study_characters.h"
#include "ui/widgets/notice_line.h"

namespace simiao::viewer {

/// Says that other characters were chosen for a study, with a way back; else that its names look misread, with the likelier way to
/// read them. Nothing where there is neither.
class CharacterLine : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    /// \param characters  not owned
    explicit CharacterLine(StudyCharacters *characters, QWidget *parent = nullptr);

    QString text() const { return m_line->accessibleName(); }

Q_SIGNALS:
    /// She wants to see all ways to read the names.
    void listWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    ui::Notice notice() const;
    QString unreadText() const;
    void act(int action);

    StudyCharacters *m_characters;
    ui::NoticeLine *m_line;
};

} // namespace simiao::viewer
