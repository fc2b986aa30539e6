<?php
// A must-use plugin of the trial site. WordPress asks no address of its own machine, and no unusual port; here the petition has both.
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter( 'http_allowed_safe_ports', fn( $ports ) => array_merge( $ports, range( 1024, 65535 ) ) );

// Nobody may post scripts then, not even an administrator: so it is on a network of sites.
if ( get_option( 'trial_without_scripts' ) ) {
	define( 'DISALLOW_UNFILTERED_HTML', true );
}

/** No mail leaves. */
function wp_mail() {
	return true;
}
