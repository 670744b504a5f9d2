#pragma once

#include "ui/widgets/themed_widget.h"

#include <QKeySequence>

#include <optional>

class QAction;
class QHBoxLayout;

namespace simiao::ui {

class KeyHint;
class TextLabel;

/// The title line of a panel: title, the key that goes there, and at the right whatever the panel
/// has to say in short (a badge, a count). Optionally with the patient's colour bar at the left.
class PanelHeader : public ThemedWidget
{
    Q_OBJECT

public:
    explicit PanelHeader(const QString &title, const QKeySequence &key = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setKey(const QKeySequence &key);
    /// The key is that of the action that goes there, whatever key map gives it. \param action  not owned
    void followKey(const QAction *action);
    /// Puts the key chip at the right edge, as lists have it.
    void setKeyTrailing(bool isTrailing);
    /// Added from left to right at the right-hand side; owned by the header.
    void addTrailing(QWidget *widget);
    void setPatientColour(std::optional<QColor> colour);

    QSize sizeHint() const override;

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_line;
    TextLabel *m_title;
    KeyHint *m_key;
    std::optional<QColor> m_patientColour;
};

} // namespace simiao::ui
