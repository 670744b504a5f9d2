#pragma once

#include "sdk/profile_kind.h"
#include "ui/widgets/themed_widget.h"

namespace simiao::shell {

/// The coloured line with words at the top of every window of a profile that does not hold real patients. Takes no room in
/// a real one.
class ProfileBand : public ui::ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit ProfileBand(QWidget *parent = nullptr);

    void setKind(sdk::ProfileKind kind);
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;

private:
    sdk::ProfileKind m_kind = sdk::ProfileKind::Real;
};

/// The band's colours in a theme: training warns, a demonstration only tells.
QColor bandColour(sdk::ProfileKind kind, const ui::ThemeColours &colours);

/// `title` with the word of the profile behind it: "Simiao – TRAINING".
QString markedTitle(const QString &title, sdk::ProfileKind kind);

} // namespace simiao::shell
