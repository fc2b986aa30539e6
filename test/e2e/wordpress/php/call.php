<?php
// Calls functions of this WordPress, one after the other: a list of names with arguments in, a list of results out.
require $argv[1] . '/wp-load.php';

/** What fetches the embed of an address, without asking the address itself. */
function get_provider_of( $address ) {
	return _wp_oembed_get_object()->get_provider( $address, array( 'discover' => false ) );
}

$results = array();
foreach ( json_decode( stream_get_contents( STDIN ), true ) as $call ) {
	$results[] = $call[0]( ...$call[1] );
}
echo wp_json_encode( $results );
