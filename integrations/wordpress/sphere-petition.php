<?php
/**
 * Plugin Name:       Sphere Petition
 * Description:       A petition, its number of signatures and its events in your pages: shortcodes, a block, and addresses that are simply pasted. Tracks nobody and calls nobody.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The sphere-petition authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       sphere-petition
 * Update URI:        false
 *
 * Copyright (c) 2026 The sphere-petition authors. The MIT licence is compatible with the GPL.
 *
 * Whoever may write a shortcode, may not thereby bring a script: scripts and frames come only from hosts that the settings name,
 * and only somebody who may post scripts anyway can change these.
 */

namespace SpherePetition;

defined( 'ABSPATH' ) || exit;

/** The name of the option, of the settings page and of the script. */
const NAME = 'sphere-petition';

/** The right to name hosts. It is no role's own: see may(). */
const RIGHT = 'manage_sphere_petition';

/** The options of each widget: attributes of its element, and the two colours. */
const OPTIONS = array(
	'petition' => array( 'lang', 'theme', 'accent', 'journey', 'redirect', 'source', 'min-count', 'heading-level', 'isolation', 'embed' ),
	'counter'  => array( 'lang', 'theme', 'accent', 'appearance', 'min-count' ),
	'events'   => array( 'lang', 'theme', 'accent', 'country', 'heading-level' ),
);

add_action( 'init', __NAMESPACE__ . '\\begin' );
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\\load_everywhere' );
add_action( 'enqueue_block_assets', __NAMESPACE__ . '\\load_in_editor' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\without_waiting', 10, 2 );
add_filter( 'oembed_dataparse', __NAMESPACE__ . '\\frame', 20, 3 );
add_filter( 'embed_oembed_html', __NAMESPACE__ . '\\load_for_frame', 10, 2 );
add_action( 'admin_init', __NAMESPACE__ . '\\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\\add_page' );
add_filter( 'map_meta_cap', __NAMESPACE__ . '\\may', 10, 3 );
register_uninstall_hook( __FILE__, __NAMESPACE__ . '\\uninstall' );

/** Shortcodes, the block, and the addresses whose embeds are trusted. */
function begin() {
	load_plugin_textdomain( NAME );
	foreach ( array_keys( OPTIONS ) as $widget ) {
		add_shortcode( "sphere_$widget", fn( $attributes, $text = '' ) => markup( $widget, (array) $attributes, (string) $text ) );
	}
	foreach ( settings()['hosts'] as $origin ) {
		// Anchored: WordPress would find the address anywhere in another one.
		wp_oembed_add_provider( '#^' . preg_quote( $origin, '#' ) . '/petitions/[^/?\#]+/?(\?[^\#]*)?$#i', "$origin/oembed", true );
	}
	register_block();
}

/* ---- What stands in the page ---- */

/**
 * The snippet that the script mounts, with a link for whoever has no script.
 *
 * @param string   $widget     `petition`, `counter` or `events`.
 * @param string[] $attributes As an author wrote them; hyphens may be underscores.
 * @param string   $text       The link's.
 */
function markup( $widget, $attributes, $text = '' ) {
	$given = array();
	foreach ( $attributes as $name => $value ) {
		$given[ str_replace( '_', '-', strtolower( (string) $name ) ) ] = (string) $value;
	}
	$src    = clean_address( $given['src'] ?? '' );
	$text   = trim( wp_strip_all_tags( $text ) );
	$inline = 'counter' === $widget && 'inline' === ( $given['appearance'] ?? '' );
	if ( '' === $src ) {
		return ( '' === $text ? '' : paragraph( esc_html( $text ), $inline ) ) . note( __( 'Give the petition’s address: the one that a person can open, beginning with https://.', 'sphere-petition' ) );
	}
	if ( '' === $text ) {
		$text = 'events' === $widget ? __( 'Events for the petition', 'sphere-petition' ) : __( 'Sign the petition', 'sphere-petition' );
	}
	$link   = sprintf( '<a href="%s">%s</a>', esc_url( $src ), esc_html( $text ) );
	$origin = named_origin( $src );
	if ( '' === $origin ) {
		/* translators: %s: the address of a host, as https://petition.example.org */
		return paragraph( $link, $inline ) . note( sprintf( __( 'Only the link is shown, because the settings of Sphere Petition do not name %s. An administrator can add it.', 'sphere-petition' ), origin( $src ) ) );
	}
	load( $origin );
	// One number stands inside a sentence, where a div would end the paragraph.
	$prefix = $inline ? '' : 'data-';
	$data   = sprintf( $inline ? ' src="%2$s"' : ' data-sphere-%1$s="%2$s"', $widget, esc_attr( $src ) );
	foreach ( $given as $name => $value ) {
		// Neither an adapter nor its settings: those may name another host, to ask and to send to.
		if ( in_array( $name, OPTIONS[ $widget ], true ) ) {
			$data .= sprintf( ' %s%s="%s"', $prefix, $name, esc_attr( $value ) );
		}
	}
	$tag = $inline ? 'sphere-counter' : 'div';
	return "<$tag$data>$link</$tag>";
}

/** What is no widget stands where one would: in a paragraph of its own, or inside a sentence. */
function paragraph( $html, $inline ) {
	return $inline ? $html : "<p>$html</p>";
}

/** Said to those who write here, and to no reader. */
function note( $sentence ) {
	return current_user_can( 'edit_posts' ) ? '<p><em>' . esc_html( "Sphere Petition: $sentence" ) . '</em></p>' : '';
}

/* ---- Addresses ---- */

/** An https address without a name or password in it, else nothing. Plain http is for this very machine. */
function clean_address( $address ) {
	$address = trim( $address );
	$parts   = wp_parse_url( $address );
	// What browsers and PHP may read differently is no address here.
	if ( ! $parts || ! isset( $parts['scheme'], $parts['host'] ) || preg_match( '/[\\\\@<>"\'\s\x00-\x1f]/', $address ) ) {
		return '';
	}
	$scheme = strtolower( $parts['scheme'] );
	$safe   = 'https' === $scheme || ( 'http' === $scheme && in_array( strtolower( $parts['host'] ), array( 'localhost', '127.0.0.1' ), true ) );
	return $safe && preg_match( '/^[a-z0-9.-]+$/iD', $parts['host'] ) ? $address : '';
}

/** Scheme, host and port of an address, as a browser would write them, or nothing. */
function origin( $address ) {
	$parts = wp_parse_url( clean_address( $address ) );
	if ( ! $parts || ! isset( $parts['scheme'], $parts['host'] ) ) {
		return '';
	}
	$scheme = strtolower( $parts['scheme'] );
	$port   = $parts['port'] ?? 0;
	$usual  = 'https' === $scheme ? 443 : 80;
	return "$scheme://" . strtolower( $parts['host'] ) . ( $port && $port !== $usual ? ":$port" : '' );
}

/** The origin of an address, if the settings name it. */
function named_origin( $address ) {
	$origin = origin( $address );
	return in_array( $origin, settings()['hosts'], true ) ? $origin : '';
}

/* ---- Scripts ---- */

/** The folder of the widgets' files, with a slash at its end. */
function folder( $origin ) {
	$folder = settings()['folder'];
	return '' === $folder ? "$origin/v1/" : trailingslashit( $folder );
}

/** Once a page, however many widgets there are. */
function load( $origin ) {
	wp_enqueue_script( NAME, folder( $origin ) . 'sphere-petition.iife.js', array(), null, true );
}

function load_everywhere() {
	if ( settings()['everywhere'] ) {
		array_map( __NAMESPACE__ . '\\load', array_slice( settings()['hosts'], 0, 1 ) );
	}
}

/** Who writes sees what readers will see. */
function load_in_editor() {
	if ( is_admin() ) {
		array_map( __NAMESPACE__ . '\\load', array_slice( settings()['hosts'], 0, 1 ) );
	}
}

/** No page waits for a widget. */
function without_waiting( $tag, $handle ) {
	return in_array( $handle, array( NAME, NAME . '-resize' ), true ) ? str_replace( ' src=', ' async src=', $tag ) : $tag;
}

/* ---- Pasted addresses ---- */

/**
 * A trusted embed is a frame of the host that was named, without WordPress' sandbox; nothing else of what the host says gets into the page.
 *
 * @param string|false $html What WordPress would show.
 * @param object       $data What the host said.
 * @param string       $url  What the author pasted.
 */
function frame( $html, $data, $url ) {
	$origin = named_origin( $url );
	if ( '' === $origin ) {
		return $html;
	}
	$said = isset( $data->html ) && is_string( $data->html ) ? $data->html : '';
	if ( ! preg_match( '/<iframe\b[^>]*?\ssrc=(["\'])(.*?)\1/is', $said, $found ) ) {
		return false;
	}
	$src = clean_address( wp_specialchars_decode( $found[2], ENT_QUOTES ) );
	if ( origin( $src ) !== $origin || 0 !== strpos( (string) wp_parse_url( $src, PHP_URL_PATH ), '/embed/' ) ) {
		return false;
	}
	$title  = isset( $data->title ) && is_string( $data->title ) ? $data->title : __( 'Petition', 'sphere-petition' );
	$height = isset( $data->height ) && is_numeric( $data->height ) ? min( 1000, max( 200, (int) $data->height ) ) : 640;
	return sprintf(
		'<iframe class="sphere-petition" src="%s" title="%s" width="100%%" height="%d" frameborder="0" loading="lazy" allow="clipboard-write; web-share"></iframe>',
		esc_url( $src ),
		esc_attr( $title ),
		$height
	);
}

/** The script that gives frames the height of what is in them. */
function load_for_frame( $html, $url ) {
	$origin = named_origin( $url );
	if ( '' !== $origin ) {
		wp_enqueue_script( NAME . '-resize', folder( $origin ) . 'resize.js', array(), null, true );
	}
	return $html;
}

/* ---- The block ---- */

function register_block() {
	$options = array_unique( array_merge( ...array_values( OPTIONS ) ) );
	$needs   = array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components', 'wp-server-side-render' );
	// No file to build: the script is at the end of this one.
	wp_register_script( NAME . '-block', false, $needs, null, true );
	wp_add_inline_script( NAME . '-block', 'const sphere_petition = ' . wp_json_encode( array( 'options' => OPTIONS, 'words' => words() ) ) . ";\n" . BLOCK_SCRIPT );
	register_block_type(
		'sphere-petition/widget',
		array(
			'api_version'           => 2,
			'title'                 => __( 'Sphere Petition', 'sphere-petition' ),
			'description'           => __( 'A petition, its number of signatures or its events.', 'sphere-petition' ),
			'category'              => 'widgets',
			'icon'                  => 'megaphone',
			'keywords'              => array( __( 'petition', 'sphere-petition' ), __( 'signatures', 'sphere-petition' ), __( 'campaign', 'sphere-petition' ) ),
			'supports'              => array( 'align' => array( 'wide', 'full' ), 'html' => false ),
			'attributes'            => array(
				'widget' => array( 'type' => 'string', 'enum' => array_keys( OPTIONS ), 'default' => 'petition' ),
				'src'    => array( 'type' => 'string', 'default' => '' ),
				'text'   => array( 'type' => 'string', 'default' => '' ),
			) + array_fill_keys( $options, array( 'type' => 'string', 'default' => '' ) ),
			'editor_script_handles' => array( NAME . '-block' ),
			'render_callback'       => __NAMESPACE__ . '\\render_block',
		)
	);
}

function render_block( $attributes ) {
	$widget = isset( OPTIONS[ $attributes['widget'] ] ) ? $attributes['widget'] : 'petition';
	$given  = array_filter( $attributes, fn( $value ) => is_string( $value ) && '' !== $value );
	return '<div ' . get_block_wrapper_attributes() . '>' . markup( $widget, $given, $given['text'] ?? '' ) . '</div>';
}

/** What the block says, in the language of whoever edits: a label for each option, with help, or with what there is to choose. */
function words() {
	return array(
		'widget'        => array(
			'label'   => __( 'Widget', 'sphere-petition' ),
			'choices' => array(
				'petition' => __( 'Petition', 'sphere-petition' ),
				'counter'  => __( 'Number of signatures', 'sphere-petition' ),
				'events'   => __( 'Events', 'sphere-petition' ),
			),
		),
		'src'           => array( 'label' => __( 'Address of the petition', 'sphere-petition' ), 'help' => __( 'The page that a person can open, for example https://petition.example.org/petitions/safe-exit', 'sphere-petition' ) ),
		'show'          => array( 'label' => __( 'Show', 'sphere-petition' ) ),
		'text'          => array( 'label' => __( 'Text of the link', 'sphere-petition' ), 'help' => __( 'For readers without scripts.', 'sphere-petition' ) ),
		'options'       => array( 'label' => __( 'Options', 'sphere-petition' ) ),
		'lang'          => array( 'label' => __( 'Language', 'sphere-petition' ), 'help' => __( 'A tag like en or fr. Empty: the language of the page.', 'sphere-petition' ) ),
		'theme'         => array(
			'label'   => __( 'Light or dark', 'sphere-petition' ),
			'choices' => array( '' => __( 'As the page', 'sphere-petition' ), 'light' => __( 'Light', 'sphere-petition' ), 'dark' => __( 'Dark', 'sphere-petition' ), 'auto' => __( 'As the reader’s device', 'sphere-petition' ) ),
		),
		'accent'        => array( 'label' => __( 'Accent colour', 'sphere-petition' ), 'help' => '#00566b' ),
		'journey'       => array(
			'label'   => __( 'After signing', 'sphere-petition' ),
			'choices' => array( '' => __( 'Thanks', 'sphere-petition' ), 'share' => __( 'Thanks, and sharing', 'sphere-petition' ), 'share,events' => __( 'Thanks, sharing and events', 'sphere-petition' ) ),
		),
		'redirect'      => array( 'label' => __( 'Page for signers', 'sphere-petition' ), 'help' => __( 'Where they go in the end: a whole https:// address.', 'sphere-petition' ) ),
		'source'        => array( 'label' => __( 'Source', 'sphere-petition' ), 'help' => __( 'A short name for this page, kept with signatures.', 'sphere-petition' ) ),
		'min-count'     => array( 'label' => __( 'Smallest number shown', 'sphere-petition' ) ),
		'heading-level' => array( 'label' => __( 'Level of the headings', 'sphere-petition' ), 'help' => __( '2 to 6', 'sphere-petition' ) ),
		'isolation'     => array(
			'label'   => __( 'The form', 'sphere-petition' ),
			'choices' => array( '' => __( 'In the page', 'sphere-petition' ), 'frame' => __( 'Out of reach of the page’s scripts, in a frame', 'sphere-petition' ) ),
		),
		'embed'         => array(
			'label'   => __( 'Offer the petition to other pages', 'sphere-petition' ),
			'choices' => array( '' => __( 'Yes', 'sphere-petition' ), 'off' => __( 'No', 'sphere-petition' ) ),
		),
		'appearance'    => array(
			'label'   => __( 'Appearance', 'sphere-petition' ),
			'choices' => array( '' => __( 'With the goal', 'sphere-petition' ), 'inline' => __( 'The number alone', 'sphere-petition' ) ),
		),
		'country'       => array( 'label' => __( 'Country to begin with', 'sphere-petition' ), 'help' => __( 'Two letters, like FR.', 'sphere-petition' ) ),
	);
}

const BLOCK_SCRIPT = <<<'JS'
( ( { blocks, element, blockEditor, components, serverSideRender: ServerSideRender }, { options, words } ) => {
	const el = element.createElement;
	const { Button, Disabled, PanelBody, Placeholder, SelectControl, TextControl } = components;

	const edit = ( { name, attributes, setAttributes } ) => {
		// The field stays while somebody types into it.
		const [ isAsking, ask ] = element.useState( ! attributes.src );
		const field = ( key ) => {
			const { choices, ...said } = words[ key ];
			const list = choices && Object.entries( choices ).map( ( [ value, label ] ) => ( { value, label } ) );
			return el( list ? SelectControl : TextControl, { key, ...said, ...( list && { options: list } ), value: attributes[ key ], onChange: ( value ) => setAttributes( { [ key ]: value } ) } );
		};
		const submit = ( event ) => {
			event.preventDefault();
			ask( ! attributes.src );
		};
		const form = () => el( Placeholder, { icon: 'megaphone', label: blocks.getBlockType( name ).title },
			el( 'form', { onSubmit: submit }, field( 'widget' ), field( 'src' ), el( Button, { variant: 'primary', type: 'submit' }, words.show.label ) )
		);
		const preview = () => el( Disabled, {}, el( ServerSideRender, { block: name, attributes } ) );
		return el( 'div', blockEditor.useBlockProps(),
			el( blockEditor.InspectorControls, {},
				el( PanelBody, { title: words.widget.label }, [ 'widget', 'src', 'text' ].map( field ) ),
				el( PanelBody, { title: words.options.label, initialOpen: false }, options[ attributes.widget ].map( field ) )
			),
			isAsking ? form() : preview()
		);
	};
	blocks.registerBlockType( 'sphere-petition/widget', { edit, save: () => null } );
} )( wp, sphere_petition );
JS;

/* ---- Settings ---- */

/** @return array{hosts: string[], folder: string, everywhere: bool} Each part may be changed by a filter; what is no address is dropped all the same. */
function settings() {
	$saved = (array) get_option( NAME, array() );
	$hosts = array_map( __NAMESPACE__ . '\\origin', (array) apply_filters( 'sphere_petition_hosts', $saved['hosts'] ?? array() ) );
	return array(
		'hosts'      => array_values( array_unique( array_filter( $hosts ) ) ),
		'folder'     => clean_address( (string) apply_filters( 'sphere_petition_folder', $saved['folder'] ?? '' ) ),
		'everywhere' => (bool) apply_filters( 'sphere_petition_everywhere', ! empty( $saved['everywhere'] ) ),
	);
}

/** Naming a host is as much as posting a script: it takes the right to do that too, which on a network only its administrators have. */
function may( $caps, $cap, $user ) {
	return RIGHT === $cap ? array_merge( map_meta_cap( 'manage_options', $user ), map_meta_cap( 'unfiltered_html', $user ) ) : $caps;
}

function register_settings() {
	register_setting( NAME, NAME, array( 'type' => 'array', 'sanitize_callback' => __NAMESPACE__ . '\\clean_settings', 'show_in_rest' => false ) );
	add_filter( 'option_page_capability_' . NAME, fn() => RIGHT );
}

/** What of a form's content is kept: hosts, one a line; a folder; a yes or no. */
function clean_settings( $given ) {
	$given   = (array) $given;
	$lines   = $given['hosts'] ?? '';
	$lines   = is_array( $lines ) ? $lines : preg_split( '/[\s,]+/', (string) $lines, -1, PREG_SPLIT_NO_EMPTY );
	$folder  = is_string( $given['folder'] ?? '' ) ? trim( $given['folder'] ?? '' ) : '';
	$hosts   = array();
	$refused = '' !== $folder && '' === clean_address( $folder ) ? array( $folder ) : array();
	foreach ( array_filter( $lines, 'is_string' ) as $line ) {
		$origin = origin( $line );
		if ( '' === $origin ) {
			$refused[] = $line;
		} else {
			$hosts[] = $origin;
		}
	}
	if ( $refused && function_exists( 'add_settings_error' ) ) {
		/* translators: %s: what somebody typed */
		add_settings_error( NAME, 'address', sprintf( __( 'Not kept, because only whole addresses that begin with https:// are: %s', 'sphere-petition' ), esc_html( implode( ', ', $refused ) ) ) );
	}
	return array(
		'hosts'      => array_values( array_unique( $hosts ) ),
		'folder'     => clean_address( $folder ),
		'everywhere' => ! empty( $given['everywhere'] ),
	);
}

function add_page() {
	$title = __( 'Sphere Petition', 'sphere-petition' );
	add_options_page( $title, $title, RIGHT, NAME, __NAMESPACE__ . '\\show_page' );
}

function show_page() {
	if ( ! current_user_can( RIGHT ) ) {
		wp_die( esc_html__( 'You may not change these settings.', 'sphere-petition' ), 403 );
	}
	$settings = clean_settings( get_option( NAME, array() ) );
	$example  = ( $settings['hosts'][0] ?? 'https://petition.example.org' ) . '/petitions/safe-exit';
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Sphere Petition', 'sphere-petition' ); ?></h1>
		<form method="post" action="options.php">
			<?php settings_fields( NAME ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="sphere-hosts"><?php esc_html_e( 'Hosts of your petitions', 'sphere-petition' ); ?></label></th>
					<td>
						<textarea id="sphere-hosts" name="sphere-petition[hosts]" rows="3" class="large-text code" placeholder="https://petition.example.org" aria-describedby="sphere-hosts-help"><?php echo esc_textarea( implode( "\n", $settings['hosts'] ) ); ?></textarea>
						<p class="description" id="sphere-hosts-help"><?php esc_html_e( 'One address a line. Scripts from these hosts run in your pages: name only hosts that you trust. Petitions of other hosts are shown as links.', 'sphere-petition' ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><?php esc_html_e( 'Pasted snippets', 'sphere-petition' ); ?></th>
					<td>
						<label><input type="checkbox" name="sphere-petition[everywhere]" value="1" <?php checked( $settings['everywhere'] ); ?> aria-describedby="sphere-everywhere-help"> <?php esc_html_e( 'Load the script on every page', 'sphere-petition' ); ?></label>
						<p class="description" id="sphere-everywhere-help"><?php esc_html_e( 'Then every author can paste the configurator’s div snippet, for a petition of any host. Shortcodes, the block and pasted addresses do not need it.', 'sphere-petition' ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><label for="sphere-folder"><?php esc_html_e( 'Folder of the scripts', 'sphere-petition' ); ?></label></th>
					<td>
						<input type="url" id="sphere-folder" name="sphere-petition[folder]" value="<?php echo esc_attr( $settings['folder'] ); ?>" class="large-text code" placeholder="<?php echo esc_attr( ( $settings['hosts'][0] ?? 'https://petition.example.org' ) . '/v1/' ); ?>" aria-describedby="sphere-folder-help">
						<p class="description" id="sphere-folder-help"><?php esc_html_e( 'Empty: that of the petition’s host. Fill it in to stay at one version (/v/…/), or to serve the files yourself.', 'sphere-petition' ); ?></p>
					</td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
		<h2><?php esc_html_e( 'In a post', 'sphere-petition' ); ?></h2>
		<p><?php esc_html_e( 'Paste the petition’s address on a line of its own, add the block “Sphere Petition”, or write:', 'sphere-petition' ); ?></p>
		<?php foreach ( array( 'petition' => ' journey="share,events"', 'counter' => ' min_count="100"', 'events' => ' country="FR"' ) as $widget => $more ) : ?>
			<p><code><?php echo esc_html( "[sphere_$widget src=\"$example\"$more]" ); ?></code></p>
		<?php endforeach; ?>
	</div>
	<?php
}

/** Nothing stays behind. */
function uninstall() {
	foreach ( is_multisite() ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array( 0 ) as $site ) {
		if ( $site ) {
			switch_to_blog( $site );
		}
		delete_option( NAME );
		if ( $site ) {
			restore_current_blog();
		}
	}
}
