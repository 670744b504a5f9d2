#pragma once

#include "ui/widgets/themed_widget.h"

#include <QDialog>

namespace simiao::viewer {

/// A frame on the screen that is made as wide as a card held to it: Left and Right by a pixel, with Shift by ten.
class CardFrame : public ui::ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(int cardWidth READ cardWidth)

public:
    explicit CardFrame(double pixelsPerMm, QWidget *parent = nullptr);

    /// px of the widget
    int cardWidth() const { return m_width; }
    double pixelsPerMm() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void changed();

protected:
    void retheme() override { describe(); }
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override { mousePressEvent(event); }

private:
    void setCardWidth(int width);
    void describe();

    int m_width;
};

/// Asks how large a screen is, by a card of known width.
class CalibrationDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param pixelsPerMm  where the frame begins, \param isMeasured  it was measured before, which can be taken back
    CalibrationDialog(const QString &screen, double pixelsPerMm, bool isMeasured, QWidget *parent);

    double pixelsPerMm() const { return m_frame->pixelsPerMm(); }

Q_SIGNALS:
    void forgotten();

private:
    CardFrame *m_frame;
};

} // namespace simiao::viewer
