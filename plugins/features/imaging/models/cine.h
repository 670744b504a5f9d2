#pragma once

#include "imaging/models/cine_course.h"
#include "imaging/models/image_stack.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <deque>

namespace simiao::viewer {

/// Leafs through a series by the clock. It never waits: slices that are due and not there, or for whose painting there was no
/// time, are passed over, and trueRate() says how many were really shown. \thread GUI
class Cine : public QObject
{
    Q_OBJECT

public:
    static constexpr double kUsualRate = 10; ///< slices a second, where the image says none
    static constexpr double kSlowest = 1;
    static constexpr double kFastest = 60;

    explicit Cine(QObject *parent = nullptr);

    /// What is to run; what runs stops. Another series runs at its own speed again.
    void setStack(ImageStack *stack);
    bool canPlay() const { return m_stack && m_stack->count() > 1; }
    bool isPlaying() const { return m_timer.isActive(); }
    void play();
    void stop();

    /// Slices a second that are wanted.
    double rate() const { return m_rate; }
    /// By a quarter. \param isFaster  else slower
    void changeRate(bool isFaster);
    /// The images say how fast they were taken.
    bool isRateOfImage() const { return m_isRateOfImage; }
    CineMode mode() const { return m_mode; }
    void setMode(CineMode mode);

    /// Slices a second that were shown, of the last two seconds; nothing before the first second is over.
    std::optional<double> trueRate() const;

Q_SIGNALS:
    void changed();

private:
    void follow();
    void begin();
    void tick();

    QPointer<ImageStack> m_stack;
    QString m_seriesUid;
    QTimer m_timer;
    QElapsedTimer m_clock;
    int m_start = 0;
    long long m_steps = 0; ///< that were due so far
    double m_rate = kUsualRate;
    bool m_isRateOfImage = false;
    CineMode m_mode = CineMode::Loop;
    int m_lastShown = -1;
    std::deque<qint64> m_shownAt; ///< ms of the clock
};

} // namespace simiao::viewer
