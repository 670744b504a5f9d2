#pragma once

#include "ui/widgets/notice_line.h"

namespace simiao::viewer {

/// A line above the pictures that says how something goes on, what came of it, and what can be done; it is there while there is
/// something to be said. Who derives from it says the words, and calls follow() when they change.
class StepLine : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    QString text() const { return m_line->accessibleName(); }

protected:
    /// \param name  of the object
    StepLine(const QString &name, QWidget *parent);

    /// Now; one without words: the line is not there.
    virtual ui::Notice notice() const = 0;
    /// Somebody pressed one of its actions.
    virtual void act(int index) = 0;
    void follow();
    const ui::NoticeLine *line() const { return m_line; }
    void changeEvent(QEvent *event) override;

private:
    ui::NoticeLine *m_line;
};

} // namespace simiao::viewer
