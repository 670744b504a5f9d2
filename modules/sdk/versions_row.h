#pragma once

#include "workflow/two_versions.h"

#include <QWidget>

class QButtonGroup;

namespace simiao::ui {
class Badge;
class GrowTextEdit;
class TextLabel;
} // namespace simiao::ui

namespace simiao::sdk {

/// One field as two people wrote it, beside each other: what differs is marked, both texts can be selected and copied, and
/// below them stands which one is stored. Arrow keys choose, Tab moves on.
class VersionsRow : public QWidget
{
    Q_OBJECT

public:
    VersionsRow(workflow::TwoVersions field, const QString &language, QWidget *parent = nullptr);

    const workflow::TwoVersions &field() const { return m_field; }
    workflow::Taken taken() const { return m_taken; }
    /// A field that cannot be taken so takes the nearest: mine is added where what is stored stays.
    void take(workflow::Taken taken);

Q_SIGNALS:
    void takenChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    ui::GrowTextEdit *pane(const QString &name, const QString &text) const;
    QWidget *makeChoices();
    QString wordFor(workflow::Taken taken) const;
    void mark();
    void showTaken();

    workflow::TwoVersions m_field;
    workflow::Taken m_taken;
    ui::GrowTextEdit *m_theirs;
    ui::GrowTextEdit *m_mine;
    ui::Badge *m_badge;
    QButtonGroup *m_choices;
};

} // namespace simiao::sdk
