#pragma once

#include "ui/theme/severity.h"
#include "ui/widgets/themed_widget.h"

namespace simiao::ui {

/// A word on its severity's tint with the severity's glyph: "eGFR 42", "Penicillin: anaphylaxis".
/// Elides when narrow; the whole text is then the tool tip.
class Badge : public ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit Badge(Severity severity = Severity::Neutral,
                   const QString &text = {},
                   QWidget *parent = nullptr);

    void setBadge(Severity severity, const QString &text);
    Severity severity() const { return m_severity; }
    const QString &text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;

private:
    Severity m_severity;
    QString m_text;
};

} // namespace simiao::ui
