#include "imaging/views/image_commands.h"

#include "imaging/models/window_words.h"
#include "imaging/views/viewport.h"

namespace simiao::viewer {

namespace {

constexpr int kPage = 10; // slices
constexpr double kZoomStep = 1.25;

bool isSame(const imaging::VoiWindow &window, const imaging::WindowPreset &preset)
{
    return window.center == preset.center && window.width == preset.width;
}

} // namespace

ImageCommands::ImageCommands(ImageStack *stack, Viewport *viewport, QObject *parent)
    : QObject(parent)
    , m_stack(stack)
    , m_viewport(viewport)
    , m_attach(make("imaging.attach", {Qt::Key_A}, {}))
    , m_previousSeries(make("imaging.previousSeries", {Qt::Key_Left}, {}))
    , m_nextSeries(make("imaging.nextSeries", {Qt::Key_Right}, {}))
{
    makePresets();
    makeDisplay();
    makeLeafing();
    m_viewport->addActions({m_previousSeries, m_nextSeries});
    connect(stack, &ImageStack::changed, this, &ImageCommands::follow);
    retranslate();
    follow();
}

/// Arrow keys and the like belong to the viewport alone: a list in the panel needs its own.
QAction *ImageCommands::make(const char *id,
                             const QList<QKeySequence> &keys,
                             const std::function<void()> &run)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(id));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    if (run)
        connect(action, &QAction::triggered, this, run);
    return action;
}

void ImageCommands::makePresets()
{
    for (std::size_t i = 0; i < imaging::kCtPresets.size(); ++i) {
        const auto &preset = imaging::kCtPresets[i];
        const auto id = QByteArray("imaging.preset.").append(preset.id.data(), qsizetype(preset.id.size()));
        auto *action = make(id.constData(), {QKeySequence(Qt::Key_1 + static_cast<int>(i))},
                            [this, &preset] { m_stack->setWindow(preset.window()); });
        action->setCheckable(true);
        m_presets.append(action);
    }
}

void ImageCommands::makeDisplay()
{
    m_display = {
        make("imaging.defaultWindow", {Qt::Key_0}, [this] { m_stack->useDefaultWindow(); }),
        make("imaging.invert", {Qt::Key_I}, [this] { m_stack->invert(); }),
        make("imaging.fit", {Qt::Key_F}, [this] { m_viewport->fit(); }),
        make("imaging.reset", {Qt::Key_R},
             [this] {
                 m_stack->resetDisplay();
                 m_viewport->fit();
             }),
    };
    m_display[1]->setCheckable(true);
}

void ImageCommands::makeLeafing()
{
    m_viewport->addActions({
        make("imaging.previousSlice", {Qt::Key_Up}, [this] { m_stack->scrollBy(-1); }),
        make("imaging.nextSlice", {Qt::Key_Down}, [this] { m_stack->scrollBy(1); }),
        make("imaging.pageUp", {Qt::Key_PageUp}, [this] { m_stack->scrollBy(-kPage); }),
        make("imaging.pageDown", {Qt::Key_PageDown}, [this] { m_stack->scrollBy(kPage); }),
        make("imaging.firstSlice", {Qt::Key_Home}, [this] { m_stack->scrollTo(0); }),
        make("imaging.lastSlice", {Qt::Key_End}, [this] { m_stack->scrollTo(m_stack->count() - 1); }),
        make("imaging.zoomIn", {Qt::Key_Plus, Qt::Key_Equal}, [this] { m_viewport->zoomBy(kZoomStep); }),
        make("imaging.zoomOut", {Qt::Key_Minus}, [this] { m_viewport->zoomBy(1 / kZoomStep); }),
    });
}

QList<QAction *> ImageCommands::panelWide() const
{
    return QList<QAction *>{m_attach} + m_presets + m_display;
}

void ImageCommands::retranslate()
{
    for (std::size_t i = 0; i < imaging::kCtPresets.size(); ++i)
        m_presets[qsizetype(i)]->setText(presetName(imaging::kCtPresets[i]));
    m_display[0]->setText(tr("Default"));
    m_display[0]->setToolTip(tr("The window the image itself asks for"));
    m_display[1]->setText(tr("Invert"));
    m_display[2]->setText(tr("Fit"));
    m_display[3]->setText(tr("Reset"));
    m_attach->setText(tr("Attach…"));
    m_attach->setToolTip(tr("Attach images from a file or folder to this patient"));
}

void ImageCommands::follow()
{
    const bool isWindowed = m_stack->isWindowed();
    for (std::size_t i = 0; i < imaging::kCtPresets.size(); ++i) {
        auto *action = m_presets[qsizetype(i)];
        action->setVisible(m_stack->isCt());
        action->setEnabled(isWindowed);
        action->setChecked(isWindowed && isSame(m_stack->display().window, imaging::kCtPresets[i]));
    }
    for (auto *action : m_display) {
        action->setVisible(m_stack->count() > 0);
        action->setEnabled(m_stack->frame() != nullptr);
    }
    m_display[1]->setChecked(m_stack->frame() && m_stack->display().isInverted);
}

} // namespace simiao::viewer
